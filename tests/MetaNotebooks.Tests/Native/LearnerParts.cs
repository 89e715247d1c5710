namespace MetaNotebooks.Tests;

/// <summary>Every learner under the contract: a meta-gradient, an adaptation, a training.</summary>
internal static class LearnerParts
{
    public static IReadOnlyList<LearnerCase> Learners { get; } =
    [.. Cases.Of<ILearnerCases>().SelectMany(file => file.Cases)];

    public static IEnumerable<Part> All =>
        Learners.SelectMany(one =>
            (Part[])
                [
                    new($"{one.Learner.Name}: gradient", () => Gradient(one.Learner, one.Family)),
                    new($"{one.Learner.Name}: adaptation", () => Adapted(one.Learner, one.Family)),
                    new($"{one.Learner.Name}: training", () => Trained(one.Learner, one.Family)),
                ]
        );

    public static IEnumerable<double[]> Gradient(ILearner learner, ITaskSampler family)
    {
        var meta = learner.Init(1, ScalarType.Float64).Leaves();
        var step = learner.MetaGradient(meta, family.Sample(2, 2));
        return Part.Numbers([step.Losses, .. step.Gradients]);
    }

    private static IEnumerable<double[]> Adapted(ILearner learner, ITaskSampler family)
    {
        var tasks = family.Sample(3, 2);
        var adaptation = learner.AdaptTo(learner.Init(1, ScalarType.Float64), tasks, 2);
        return Part.Numbers(Enumerable.Range(0, 3).Select(step => adaptation.Predict(step, tasks.QueryX)));
    }

    private static IEnumerable<double[]> Trained(ILearner learner, ITaskSampler family)
    {
        var start = learner.Init(1, ScalarType.Float64);
        var result = Trainer.Train(learner, family, new() { Iterations = 2, MetaBatch = 2 }, start);
        return Part.Numbers(result.Meta).Append([.. result.History]);
    }
}
