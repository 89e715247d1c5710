namespace MetaNotebooks.Tests;

public sealed class AdaptiveLearnerCases : ILearnerCases
{
    private static readonly IModel Model = new Mlp(1, 8, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases =>
        [
            new(Maml.Create(Model, Losses.MeanSquaredError, 0.01), Family),
            new(Maml.CreateFirstOrder(Model, Losses.MeanSquaredError, 0.01, steps: 2), Family),
            new(JointTraining.Create(Model, Losses.MeanSquaredError, 0.01), Family),
        ];
}
