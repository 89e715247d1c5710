using static TorchSharp.torch;

namespace TorchSharp.Tests;

[CollectionDefinition("alone", DisableParallelization = true)]
public class Alone;

[Collection("alone")]
public class LeakTests
{
    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }

    private static void Leak(int count, Tensor seed)
    {
        for (var i = 0; i < count; i++)
            _ = seed + 1.0;
    }

    [Fact]
    public void SmallTensorsThatNobodyDisposesAreFreed()
    {
        var seed = ones(16);
        Leak(20_000, seed);
        var before = Resident();
        Leak(1_000_000, seed);
        // Kept, they would take over 400 MB.
        Assert.InRange(Resident() - before, long.MinValue, 200L << 20);
    }

    [Fact]
    public void LargeTensorsThatNobodyDisposesAreFreed()
    {
        var seed = ones(1 << 20);
        Leak(20, seed);
        var before = Resident();
        long peak = 0;
        for (var i = 0; i < 20; i++)
        {
            Leak(50, seed);
            peak = Math.Max(peak, Environment.WorkingSet - before);
            GC.Collect();
        }
        // Kept, they would take 4 GB.
        Assert.InRange(peak, long.MinValue, 1L << 30);
    }

    private static void Train(int steps)
    {
        var weight = ones(32, 32, requires_grad: true);
        for (var i = 0; i < steps; i++)
        {
            var loss = weight.matmul(weight).tanh().square().mean();
            var gradient = autograd.grad([loss], [weight], null, true, true)[0];
            _ = autograd.grad([gradient.square().sum()], [weight], null, false, false);
        }
    }

    [Fact]
    public void GraphsThatNobodyDisposesAreFreedByACollection()
    {
        Train(1000);
        var before = Resident();
        for (var i = 0; i < 8; i++)
        {
            Train(1000);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        // Kept, they would take over 400 MB.
        Assert.InRange(Resident() - before, long.MinValue, 200L << 20);
    }

    [Fact]
    public void GraphsThatNobodyDisposesAreFreedInTime()
    {
        Stack.SkipOnNuget("The real package tells the collector nothing of the memory behind a tensor.");
        Train(200);
        var before = Resident();
        Train(24_000);
        // Kept, they would take over 1.8 GB. How many wait for the finalizer depends on how busy the machine is.
        Assert.InRange(Resident() - before, long.MinValue, 600L << 20);
    }
}
