namespace MetaNotebooks.Tests;

public sealed class OptimiserLearnerCases : ILearnerCases
{
    private static readonly IModel Model = new Mlp(1, 4, 1) { Activation = Activation.Tanh };
    private static readonly Sinusoids Family = new()
    {
        Shots = 5,
        Queries = 6,
        DType = ScalarType.Float64,
    };

    public IEnumerable<LearnerCase> Cases =>
        [
            new(LstmOptimiser.Create(Model, Losses.MeanSquaredError, steps: 3, hidden: 4), Family),
            new(
                LearnedOptimiser.Create(Model, Losses.MeanSquaredError, steps: 6, unroll: 3, hidden: 4),
                Family
            ),
        ];
}
