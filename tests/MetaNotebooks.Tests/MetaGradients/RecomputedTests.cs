using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>Steps run again give the gradient of steps that were kept.</summary>
public class RecomputedTests
{
    private static readonly IModel Curved = new Mlp(1, 6, 5, 1) { Activation = Activation.Tanh };
    private static readonly ITaskSampler Family = new Sinusoids
    {
        Shots = 5,
        Queries = 7,
        DType = ScalarType.Float64,
    };

    public static TheoryData<IInnerRule, bool, int, Derivatives> Cases =>
        new()
        {
            { new GradientStep(0.05), false, 0, Derivatives.Second },
            { new GradientStep(0.05), false, 1, Derivatives.Second },
            { new GradientStep(0.05), true, 4, Derivatives.Second },
            {
                new GradientStep(0.05) { PerParameter = true },
                true,
                3,
                Derivatives.Second
            },
            {
                new GradientStep(0.05) { PerParameter = true },
                true,
                3,
                Derivatives.First
            },
            { new HeadOnly(new GradientStep(0.05)), false, 3, Derivatives.Second },
            { new AdamStep(0.01), true, 3, Derivatives.Second },
            { new LstmStep(4), true, 4, Derivatives.First },
            { new LearnedStep(4), true, 4, Derivatives.First },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItIsTheGradientThroughTheAdaptation(
        IInnerRule rule,
        bool learnsRule,
        int steps,
        Derivatives derivatives
    )
    {
        using var scope = NewDisposeScope();
        var kept = new AdaptiveLearner(
            "",
            Curved,
            Losses.MeanSquaredError,
            rule,
            steps,
            new ThroughAdaptation(derivatives)
        )
        {
            LearnsRule = learnsRule,
        };
        var tasks = Family.Sample(1, 3);
        var meta = kept.Init(2, ScalarType.Float64).Leaves();
        var expected = kept.MetaGradient(meta, tasks);
        var actual = (kept with { Outer = new Recomputed(derivatives) }).MetaGradient(meta, tasks);
        Assert.Equal(expected.Losses.Doubles(), actual.Losses.Doubles());
        Assert.Equal(expected.Gradients.Count, actual.Gradients.Count);
        Assert.All(
            expected.Gradients.Zip(actual.Gradients),
            p => Assert.True(Numbers.RelativeError(p.Second, p.First) < 1e-12)
        );
    }
}
