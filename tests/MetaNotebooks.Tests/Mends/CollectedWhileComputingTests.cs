namespace MetaNotebooks.Tests;

/// <summary>
/// Programs that dispose nothing, beside a thread that collects without pause. Without the mend of what
/// native calls are given, each dies within seconds, or reads numbers that were freed. Run alone: the
/// collections would slow down other tests.
/// </summary>
[CollectionDefinition(nameof(CollectedWhileComputingTests), DisableParallelization = true)]
[Collection(nameof(CollectedWhileComputingTests))]
public class CollectedWhileComputingTests
{
    private static readonly Tensor A = new Seed(1).Generator().Normal(0, 1, [6, 6], ScalarType.Float64);
    private static readonly Tensor B = new Seed(2).Generator().Normal(0, 1, [6, 6], ScalarType.Float64);

    private static readonly Dictionary<string, Func<double>> Programs = new()
    {
        ["chain"] = Chain,
        ["chain in a scope"] = () =>
        {
            using var scope = NewDisposeScope();
            return Chain();
        },
        ["stack of a lazy sequence"] = () => stack(Terms()).sum().item<double>(),
        ["stack of an array"] = () => stack([.. Terms()]).sum().item<double>(),
        ["second derivative"] = () =>
        {
            var x = A.detach().clone().requires_grad_();
            var slope = autograd.grad([(x.matmul(B).tanh() * 2).sum()], [x], null, true, true, false)[0];
            var second = autograd.grad([slope.square().sum()], [x], null, false, false, false)[0];
            return second.sum().item<double>();
        },
    };

    public static TheoryData<string> Names => new(Programs.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsFreedThatLibtorchReads(string name)
    {
        var program = Programs[name];
        var expected = program();
        using var done = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            for (var round = 0; round < 500; round++)
                Assert.Equal(expected, program());
        }
        finally
        {
            done.Cancel();
            collector.Join();
        }
    }

    private static double Chain() => (A.matmul(B) + 1).matmul(B).relu().sum().item<double>();

    private static IEnumerable<Tensor> Terms() => Enumerable.Range(0, 100).Select(i => A[i % 6] * i);
}
