using System.Runtime.Intrinsics;
using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>The written-out meta-gradient is automatic differentiation's, in double precision, but for rounding.</summary>
[Trait("Speed", "slow")]
public class ConvolutionKernelTests
{
    // Without such vectors libtorch computes it all.
    public ConvolutionKernelTests() =>
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "this processor has no vectors of 256 bits");

    // The same loss, but another function than the one that is recognised: automatic differentiation takes it.
    private static readonly TaskLoss Plain = new((p, y) => Losses.CrossEntropy.Of(p, y));

    public static TheoryData<int, int, int, int, int, Derivatives> Cases =>
        new()
        {
            // Side, filters, way, shots, steps.
            { 28, 64, 2, 1, 1, Derivatives.Second },
            { 12, 32, 5, 2, 3, Derivatives.Second },
            { 12, 32, 5, 2, 3, Derivatives.First },
            { 9, 32, 2, 3, 2, Derivatives.Second },
            { 8, 96, 3, 1, 1, Derivatives.Second },
            { 5, 32, 20, 1, 1, Derivatives.Second },
            { 11, 32, 3, 2, 0, Derivatives.Second },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void ItEqualsAutomaticDifferentiation(
        int side,
        int filters,
        int way,
        int shots,
        int steps,
        Derivatives derivatives
    )
    {
        foreach (var perParameter in new[] { false, true })
        foreach (var headOnly in new[] { false, true })
        foreach (var learnsRule in steps == 0 ? [false] : new[] { false, true })
        {
            using var scope = NewDisposeScope();
            var learner = Learner(side, filters, way, steps, derivatives, perParameter) with
            {
                LearnsRule = learnsRule,
            };
            if (headOnly)
                learner = learner with { Rule = new HeadOnly(learner.Rule) };
            var batch = Batch(side, way, shots, 3);
            var meta = Init(learner);
            var actual = learner.MetaGradient(meta.Leaves(), batch);
            var expected = (learner with { Loss = Plain }).MetaGradient(
                meta.Map(part => part.to(ScalarType.Float64)).Leaves(),
                new(
                    batch.SupportX.to(ScalarType.Float64),
                    batch.SupportY,
                    batch.QueryX.to(ScalarType.Float64),
                    batch.QueryY
                )
            );
            Assert.True(Error(actual.Losses, expected.Losses) < 1e-5);
            // Or it was automatic differentiation that was tested, against itself.
            Assert.Equal(Computation.Convolution, actual.By);
            Assert.Equal(expected.Gradients.Count, actual.Gradients.Count);
            Assert.All(
                expected.Gradients.Zip(actual.Gradients),
                pair =>
                    Assert.True(Error(pair.Second, pair.First) < 1e-4, $"{Error(pair.Second, pair.First)}")
            );
        }
    }

    [Fact]
    public void ItsBitsDoNotDependOnTheNumberOfThreads()
    {
        using var scope = NewDisposeScope();
        AnyThreads.GiveTheSameBits(Learner(8, 32, 5, 2, Derivatives.Second, false), Batch(8, 5, 1, 9));
    }

    [Fact]
    public void ATaskThatIsNotFiniteIsSeen()
    {
        using var scope = NewDisposeScope();
        var learner = Learner(8, 32, 5, 1, Derivatives.Second, false);
        var batch = Batch(8, 5, 1, 3);
        batch.SupportX[1, 0, 0, 0] = float.NaN;
        var gradient = learner.MetaGradient(Init(learner).Leaves(), batch);
        Assert.Equal([true, false, true], gradient.Losses.Doubles().Select(double.IsFinite));
        Assert.Contains(gradient.Gradients[0].Doubles(), value => !double.IsFinite(value));
    }

    [Fact]
    public void LabelsThatAreNoClassesAreRefused()
    {
        using var scope = NewDisposeScope();
        var learner = Learner(8, 32, 3, 1, Derivatives.Second, false);
        var batch = Batch(8, 5, 1, 2);
        Assert.Throws<ArgumentException>(() => learner.MetaGradient(Init(learner).Leaves(), batch));
    }

    private static AdaptiveLearner Learner(
        int side,
        int filters,
        int way,
        int steps,
        Derivatives derivatives,
        bool perParameter
    )
    {
        var body = new Conv4(side, filters);
        return new(
            "",
            new Chain(body, new Linear(body.Outputs, way)),
            Losses.CrossEntropy,
            new GradientStep(0.1) { PerParameter = perParameter },
            steps,
            new ThroughAdaptation(derivatives)
        );
    }

    // Scales and shifts away from 1 and 0, or terms with them would not be seen.
    private static Parameters Init(AdaptiveLearner learner)
    {
        var random = new Seed(4).Generator();
        return learner.Init(3).Map(part => part.dim() == 1 ? part + random.Normal(0, 0.2, part.shape) : part);
    }

    private static double Error(Tensor actual, Tensor expected) =>
        Numbers.RelativeError(actual.to(ScalarType.Float64), expected);

    private static TaskBatch Batch(int side, int way, int shots, int tasks)
    {
        var random = new Seed(5).Generator();
        Tensor Images(int each) => random.Normal(0, 1, [tasks, way * each, side, side]);
        Tensor Labels(int each) => (arange(way * each) % way).expand(tasks, way * each);
        return new(Images(shots), Labels(shots), Images(3), Labels(3));
    }
}
