namespace MetaNotebooks;

/// <summary>
/// Transfer learning, the baseline beside every meta-learner (errata page, D1.6 and D4.11): pretrain on the points of all tasks
/// together, as <see cref="JointTraining"/>, then fine-tune on a task, the whole model or its head.
/// </summary>
public static class Transfer
{
    /// <summary>Pretraining and fine-tuning. Give <see cref="ILearner.Adapt"/> many steps: nothing here learned to need few.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">Loss of pretraining and of fine-tuning.</param>
    /// <param name="rate">Learning rate of fine-tuning, above 0.</param>
    /// <param name="head">
    /// The part that is fine-tuned, the rest frozen: "head" is the last layer. Null, the default, fine-tunes all.
    /// </param>
    public static AdaptiveLearner Create(IModel model, TaskLoss loss, double rate, string? head = null)
    {
        var joint = JointTraining.Create(model, loss, rate);
        return joint with
        {
            Name = "transfer",
            Rule = head is not null ? new HeadOnly(joint.Rule, head) : joint.Rule,
        };
    }
}
