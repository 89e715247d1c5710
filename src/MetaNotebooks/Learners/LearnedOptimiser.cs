namespace MetaNotebooks;

/// <summary>
/// "Learning to learn by gradient descent by gradient descent" (Andrychowicz et al. 2016): an optimiser that is an LSTM,
/// applied to each coordinate, trained to bring losses of a family down fast from a random start.
/// </summary>
public static class LearnedOptimiser
{
    /// <summary>The learned optimiser; the meta-parameters are the rule's ρ alone.</summary>
    /// <param name="model">What it optimises.</param>
    /// <param name="loss">The loss that it brings down.</param>
    /// <param name="steps">Steps of an optimisation while training; default 100 (the paper's).</param>
    /// <param name="unroll">Steps that a derivative passes through; default 20 (the paper's).</param>
    /// <param name="hidden">Size of each of the two layers; default 20 (the paper's).</param>
    /// <param name="start">
    /// Where the tasks' random starts come from, others in every batch; default 0.
    /// </param>
    public static AdaptiveLearner Create(
        IModel model,
        TaskLoss loss,
        int steps = 100,
        int unroll = 20,
        int hidden = 20,
        Seed start = default
    ) =>
        new("learned optimiser", model, loss, new LearnedStep(hidden), steps, new TruncatedUnrolls(unroll))
        {
            LearnsRule = true,
            Start = Start.Random(start),
        };
}
