using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>The written-out meta-gradient is automatic differentiation's, in double precision, but for rounding.</summary>
public class PerceptronKernelTests
{
    // The same loss, but another function than the one that is recognised: automatic differentiation takes it.
    private static readonly TaskLoss Plain = new((p, y) => Losses.MeanSquaredError.Of(p, y));

    public static TheoryData<int[], Activation, int, int, Derivatives> Cases =>
        new()
        {
            { [1, 40, 40, 1], Activation.Relu, 25, 1, Derivatives.Second },
            { [1, 40, 40, 1], Activation.Relu, 25, 5, Derivatives.Second },
            { [1, 40, 40, 1], Activation.Relu, 25, 5, Derivatives.First },
            { [3, 5, 2], Activation.Tanh, 1, 3, Derivatives.Second },
            { [3, 5, 4, 2], Activation.Sine, 7, 3, Derivatives.Second },
            { [2, 7, 3, 3, 1], Activation.Tanh, 9, 2, Derivatives.Second },
            { [3, 2], Activation.Relu, 8, 4, Derivatives.Second },
            { [1, 1], Activation.Relu, 16, 2, Derivatives.Second },
            { [4, 6, 1], Activation.Identity, 17, 2, Derivatives.Second },
            { [1, 2, 1], Activation.Relu, 3, 0, Derivatives.Second },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItEqualsAutomaticDifferentiation(
        int[] sizes,
        Activation activation,
        int tasks,
        int steps,
        Derivatives derivatives
    )
    {
        foreach (var perParameter in new[] { false, true })
        foreach (var learnsRule in steps == 0 ? [false] : new[] { false, true })
        {
            using var scope = NewDisposeScope();
            var learner = new AdaptiveLearner(
                "",
                new Mlp(sizes) { Activation = activation },
                Losses.MeanSquaredError,
                new GradientStep(0.05) { PerParameter = perParameter },
                steps,
                new ThroughAdaptation(derivatives)
            )
            {
                LearnsRule = learnsRule,
            };
            var batch = Batch(sizes[0], sizes[^1], tasks);
            var meta = learner.Init(3);
            var actual = learner.MetaGradient(meta.Leaves(), batch);
            Assert.Equal(Computation.Perceptron, actual.By);
            var expected = (learner with { Loss = Plain }).MetaGradient(
                meta.Map(part => part.to(ScalarType.Float64)).Leaves(),
                new(
                    batch.SupportX.to(ScalarType.Float64),
                    batch.SupportY.to(ScalarType.Float64),
                    batch.QueryX.to(ScalarType.Float64),
                    batch.QueryY.to(ScalarType.Float64)
                )
            );
            Assert.True(Close(actual.Losses, expected.Losses));
            Assert.Equal(expected.Gradients.Count, actual.Gradients.Count);
            Assert.All(expected.Gradients.Zip(actual.Gradients), p => Assert.True(Close(p.Second, p.First)));
        }
    }

    [Fact]
    public void ItsBitsDoNotDependOnTheNumberOfThreads()
    {
        using var scope = NewDisposeScope();
        AnyThreads.GiveTheSameBits(
            Maml.Create(new Mlp(1, 40, 40, 1), Losses.MeanSquaredError, 0.01, 3),
            new Sinusoids().Sample(1, 61)
        );
    }

    // More tasks than one that diverges: its numbers stay in its lane, and reach the mean as what they are.
    [Fact]
    public void ATaskThatDivergesIsSeen()
    {
        using var scope = NewDisposeScope();
        var learner = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01, 3);
        var batch = new Sinusoids().Sample(1, 5);
        var y = batch.SupportY.clone();
        y[2] *= 1e30;
        var gradient = learner.MetaGradient(
            learner.Init(2).Leaves(),
            new(batch.SupportX, y, batch.QueryX, batch.QueryY)
        );
        Assert.Equal([true, true, false, true, true], gradient.Losses.Doubles().Select(double.IsFinite));
        Assert.Contains(gradient.Gradients[0].Doubles(), value => !double.IsFinite(value));
    }

    private static bool Close(Tensor actual, Tensor expected) =>
        Numbers.RelativeError(actual.to(ScalarType.Float64), expected) < 2e-5;

    private static TaskBatch Batch(int inputs, int outputs, int tasks)
    {
        var random = new Seed(5).Generator();
        Tensor Points(int points, int width) => random.Normal(0, 1, [tasks, points, width]);
        return new(Points(6, inputs), Points(6, outputs), Points(9, inputs), Points(9, outputs));
    }
}
