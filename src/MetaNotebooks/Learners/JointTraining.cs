namespace MetaNotebooks;

/// <summary>
/// The baseline: one model trained on the points of all tasks together (errata page, D1.2), then adapted like MAML. The MAML
/// paper calls it "pretrained".
/// </summary>
public static class JointTraining
{
    /// <summary>Joint training.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Training loss, and the inner loss when it is adapted.</param>
    /// <param name="innerRate">Learning rate of the adaptation, above 0.</param>
    public static AdaptiveLearner Create(IModel model, TaskLoss loss, double innerRate) =>
        new("joint training", model, loss, new GradientStep(innerRate), 0, new Joint());
}
