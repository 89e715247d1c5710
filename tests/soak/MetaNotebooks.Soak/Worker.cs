using static TorchSharp.torch;

namespace MetaNotebooks.Soak;

/// <summary>
/// One thread's work, over and over: train with checkpoints, be cancelled, go on, be judged. Every round must give the
/// first one's bits, whatever the other threads do.
/// </summary>
/// <param name="learner">The learner.</param>
/// <param name="tasks">Its tasks.</param>
/// <param name="metric">What it is judged by.</param>
/// <param name="folder">Where its checkpoint is.</param>
internal sealed class Worker(ILearner learner, ITaskSampler tasks, TaskLoss metric, string folder)
{
    private const int Iterations = 40;
    private readonly string path = Path.Combine(folder, $"{learner.Name}.safetensors");

    public string Name => learner.Name;

    /// <summary>Rounds done.</summary>
    public int Rounds { get; private set; }

    /// <summary>What went wrong; null for nothing.</summary>
    public string? Error { get; private set; }

    public static IReadOnlyList<Worker> All(string folder)
    {
        var small = new Mlp(1, 16, 1);
        var points = new Sinusoids();
        var glyphs = new NWayKShot(new Glyphs { Characters = 30, Hands = 10 }.Draw(1))
        {
            Way = 5,
            Queries = 5,
        };
        return
        [
            new(
                Maml.Create(new Mlp(1, 40, 40, 1), Losses.MeanSquaredError, 0.01),
                points,
                Losses.MeanSquaredError,
                folder
            ),
            new(
                LstmOptimiser.Create(small, Losses.MeanSquaredError),
                points,
                Losses.MeanSquaredError,
                folder
            ),
            new(new ProtoNet(new Conv4(filters: 8)), glyphs, Losses.Accuracy, folder),
            new(new MatchingNets(new Conv4(filters: 8)), glyphs, Losses.Accuracy, folder),
        ];
    }

    public void Run(ReaderWriterLockSlim rounds, CancellationToken end)
    {
        try
        {
            (double Loss, double Measured)? first = null;
            var random = new Random(1);
            while (!end.IsCancellationRequested)
            {
                rounds.EnterReadLock();
                var round = Round(random.Next(Iterations));
                rounds.ExitReadLock();
                if (round != (first ??= round))
                    throw new InvalidOperationException($"round {Rounds} gave {round}; expected {first}");
                Rounds++;
            }
        }
        catch (Exception error)
        {
            if (rounds.IsReadLockHeld)
                rounds.ExitReadLock();
            Error = error.ToString();
        }
    }

    private (double Loss, double Measured) Round(int stop)
    {
        using var scope = NewDisposeScope();
        File.Delete(path);
        Train(stop);
        var result = Train(null);
        var judged = Evaluator.Evaluate(learner, result.Meta, tasks, metric, 2, count: 20, steps: 3);
        return (result.History[^1], judged.PerStep[^1].Mean);
    }

    private TrainingResult Train(int? stop)
    {
        using var source = new CancellationTokenSource();
        var options = new TrainingOptions
        {
            Iterations = Iterations,
            MetaBatch = 4,
            Checkpoint = new(path) { EveryIterations = 5 },
            Progress = progress =>
            {
                if (progress.Iteration == stop)
                    source.Cancel();
            },
        };
        return Trainer.Train(learner, tasks, options, cancellation: source.Token);
    }
}
