using System.Runtime.Intrinsics;
using TorchSharp;

namespace MetaNotebooks.Tests;

/// <summary>Learners that compare embeddings get the gradient of automatic differentiation, in double precision.</summary>
public class ConvolutionEmbeddingTests
{
    // Without such vectors libtorch computes it all.
    public ConvolutionEmbeddingTests() =>
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "this processor has no vectors of 256 bits");

    public static TheoryData<int, int, int, int, bool> Cases =>
        new()
        {
            // Side, filters, way, tasks, Matching Nets.
            { 28, 64, 2, 2, false },
            { 9, 32, 3, 3, false },
            { 9, 32, 3, 3, true },
            { 8, 96, 12, 1, false },
            { 5, 32, 2, 1, true },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheGradientEqualsAutomaticDifferentiation(
        int side,
        int filters,
        int way,
        int tasks,
        bool matching
    )
    {
        using var scope = NewDisposeScope();
        var body = new Conv4(side, filters);
        var learner = Learner(body, matching);
        var batch = Batch(side, way, tasks);
        var random = new Seed(4).Generator();
        var meta = learner
            .Init(3)
            .Map(part => part.dim() == 1 ? part + random.Normal(0, 0.2, part.shape) : part);
        var actual = learner.MetaGradient(meta.Leaves(), batch);
        var expected = learner.MetaGradient(
            meta.Map(part => part.to(ScalarType.Float64)).Leaves(),
            new(
                batch.SupportX.to(ScalarType.Float64),
                batch.SupportY,
                batch.QueryX.to(ScalarType.Float64),
                batch.QueryY
            )
        );
        // Or it was automatic differentiation that was tested, against itself.
        Assert.Equal(Computation.Convolution, actual.By);
        Assert.True(Error(actual.Losses, expected.Losses) < 1e-5);
        Assert.All(
            expected.Gradients.Zip(actual.Gradients),
            pair => Assert.True(Error(pair.Second, pair.First) < 1e-4, $"{Error(pair.Second, pair.First)}")
        );
    }

    [Fact]
    public void ItsBitsDoNotDependOnTheNumberOfThreads()
    {
        using var scope = NewDisposeScope();
        AnyThreads.GiveTheSameBits(new ProtoNet(new Conv4(8, 32)), Batch(8, 3, 9));
    }

    private static ILearner Learner(IModel embedding, bool matching) =>
        matching ? new MatchingNets(embedding) : new ProtoNet(embedding);

    private static double Error(Tensor actual, Tensor expected) =>
        Numbers.RelativeError(actual.to(ScalarType.Float64), expected);

    private static TaskBatch Batch(int side, int way, int tasks)
    {
        var random = new Seed(5).Generator();
        Tensor Images(int each) => random.Normal(0, 1, [tasks, way * each, side, side]);
        Tensor Labels(int each) => (arange(way * each) % way).expand(tasks, way * each);
        return new(Images(2), Labels(2), Images(3), Labels(3));
    }
}
