namespace MetaNotebooks.Tests.Workers;

/// <summary>A batch whose tasks several workers share; the workers are threads here, and meet in memory.</summary>
public sealed class ShardsTests : IDisposable
{
    private static readonly Dictionary<string, LearnerCase> Members = Cases
        .Of<ILearnerCases>()
        .SelectMany(file => file.Cases)
        .ToDictionary(member => member.Learner.Name);

    private readonly DisposeScope _scope = NewDisposeScope();

    // A meta-network takes one inner step for all tasks of a batch: its batch is more than the sum of its tasks.
    public static TheoryData<string> Learners =>
        [.. Members.Where(one => one.Value.Learner is not MetaNetwork).Select(one => one.Key)];

    public void Dispose() => _scope.Dispose();

    // Each worker's answer, in the order of their numbers.
    private static T[] InGroup<T>(int workers, Func<WorkerGroup, T> work)
    {
        var (parts, all) = (new byte[workers][], Array.Empty<byte[]>());
        using var given = new Barrier(workers, _ => all = [.. parts]);
        var running = Enumerable
            .Range(0, workers)
            .Select(rank =>
                Task.Factory.StartNew(
                    () =>
                        work(
                            new WorkerGroup(
                                rank,
                                workers,
                                own =>
                                {
                                    parts[rank] = own;
                                    given.SignalAndWait();
                                    return all;
                                }
                            )
                        ),
                    TaskCreationOptions.LongRunning
                )
            );
        return Task.WhenAll(running.ToArray()).GetAwaiter().GetResult();
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void ShardsTogetherAreTheWholeBatch(string name)
    {
        var (learner, family) = Members[name];
        var meta = learner.Init(1, ScalarType.Float64).Leaves();
        var tasks = family.Sample(2, 5);
        var whole = learner.MetaGradient(meta, tasks);
        var alone = new WorkerGroup(0, 1, own => [own]);
        var summed = new Shards(alone, 3).MetaGradient(learner, meta, tasks, 1, stop: false);
        Assert.True(allclose(whole.Losses, summed.Losses, rtol: 1e-9, atol: 1e-12));
        foreach (var (expected, came) in whole.Gradients.Zip(summed.Gradients))
            Assert.True(allclose(expected, came, rtol: 1e-7, atol: 1e-9), $"{expected} is not {came}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void HoweverManyWorkersTheBitsAreTheSame(int workers)
    {
        var maml = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01);
        var family = new Sinusoids { Shots = 5, Queries = 5 };
        byte[] Train(WorkerGroup group)
        {
            using var scope = NewDisposeScope();
            var options = new TrainingOptions
            {
                Iterations = 20,
                MetaBatch = 10,
                Seed = 3,
                Workers = group,
            };
            var result = Trainer.Train(maml, family, options);
            return [.. result.Meta.SelectMany(part => part.bytes.ToArray())];
        }
        var expected = Train(new WorkerGroup(0, 1, own => [own]));
        Assert.All(InGroup(workers, Train), came => Assert.Equal(expected, came));
    }

    [Fact]
    public void AllStopAfterTheIterationInWhichOneIsTo()
    {
        var maml = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01);
        var family = new Sinusoids { Shots = 5, Queries = 5 };
        var ran = InGroup(
            3,
            group =>
            {
                using var scope = NewDisposeScope();
                using var stop = new CancellationTokenSource();
                if (group.Rank == 2)
                    stop.Cancel();
                var options = new TrainingOptions { Iterations = 50, Workers = group };
                return Trainer.Train(maml, family, options, cancellation: stop.Token).History.Count;
            }
        );
        Assert.Equal([1, 1, 1], ran);
    }

    [Fact]
    public void WorkersAtDifferentIterationsAreRefused()
    {
        var maml = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01);
        var tasks = new Sinusoids { Shots = 5, Queries = 5 }.Sample(1, 4);
        var error = Assert.Throws<InvalidOperationException>(() =>
            InGroup(
                2,
                group =>
                    new Shards(group, 2)
                        .MetaGradient(maml, maml.Init(1).Leaves(), tasks, 7 + group.Rank, false)
                        .By
            )
        );
        Assert.Contains("A worker is at iteration 8, another at 7", error.Message);
    }

    [Fact]
    public void ALostWorkerLeavesTheCheckpointOfAllThatWasLearned()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            var rounds = 0;
            var group = new WorkerGroup(
                0,
                1,
                own => ++rounds < 8 ? [own] : throw new LostWorkerException("Worker 1 of 2 was lost.")
            );
            var options = new TrainingOptions
            {
                Iterations = 50,
                Workers = group,
                Checkpoint = new(path),
            };
            var maml = Maml.Create(new Mlp(1, 8, 1), Losses.MeanSquaredError, 0.01);
            var family = new Sinusoids { Shots = 5, Queries = 5 };
            var lost = Assert.Throws<LostWorkerException>(() => Trainer.Train(maml, family, options));
            Assert.StartsWith(
                "Worker 1 of 2 was lost. The checkpoint of iteration 7 is kept in",
                lost.Message
            );
            // It goes on from there, with another number of workers too.
            var alone = options with
            {
                Iterations = 9,
                Workers = new(0, 1, own => [own]),
            };
            Assert.Equal(9, Trainer.Train(maml, family, alone).History.Count);
            // But not in other shards, which have other last digits.
            var other = alone with
            {
                Shards = 2,
                Iterations = 12,
            };
            Assert.Throws<CheckpointMismatchException>(() => Trainer.Train(maml, family, other));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
