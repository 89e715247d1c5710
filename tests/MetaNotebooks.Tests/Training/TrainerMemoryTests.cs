using System.Diagnostics;

namespace MetaNotebooks.Tests;

/// <summary>Run alone: what other tests allocate at the same time would be counted too.</summary>
[CollectionDefinition(nameof(TrainerMemoryTests), DisableParallelization = true)]
[Collection(nameof(TrainerMemoryTests))]
public class TrainerMemoryTests
{
    private static readonly AdaptiveLearner Learner = Maml.Create(
        new Mlp(1, 16, 1),
        Losses.MeanSquaredError,
        0.01
    );
    private static readonly Sinusoids Family = new() { Shots = 5, Queries = 5 };

    [Fact]
    public void ResidentMemoryIsFlat()
    {
        void Train(int iterations)
        {
            using var scope = NewDisposeScope();
            Trainer.Train(Learner, Family, new() { Iterations = iterations });
        }
        long Resident()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
        Train(500);
        var before = Resident();
        Train(3000);
        // One leaked [25, 1, 16] tensor an iteration would be 5 MB, the tensors of an iteration's graph 100 times that.
        Assert.InRange(Resident() - before, long.MinValue, 20_000_000);
    }
}
