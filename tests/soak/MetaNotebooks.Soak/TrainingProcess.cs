namespace MetaNotebooks.Soak;

/// <summary>
/// A training for tests to kill: a checkpoint every iteration, and a line with its number after each. The first signal
/// ends it by way of the token, with status 130.
/// </summary>
internal static class TrainingProcess
{
    /// <summary>Trains.</summary>
    /// <param name="path">The checkpoint.</param>
    /// <param name="iterations">Iterations in all.</param>
    /// <param name="stuck">The iteration that never ends; null for none.</param>
    public static int Run(string path, int iterations, int? stuck)
    {
        using var interrupts = new Interrupts();
        using var asked = interrupts.Token.Register(() => Console.WriteLine("asked to end"));
        Console.WriteLine("started");
        var learner = Maml.Create(new Mlp(1, 40, 40, 1), Losses.MeanSquaredError, 0.01);
        var options = new TrainingOptions
        {
            Iterations = iterations,
            MetaBatch = 4,
            Seed = 7,
            Checkpoint = new(path) { EveryIterations = 1 },
            Progress = progress =>
            {
                Console.WriteLine(progress.Iteration);
                if (progress.Iteration == stuck)
                    Thread.Sleep(Timeout.Infinite);
            },
        };
        Trainer.Train(learner, new Sinusoids(), options, cancellation: interrupts.Token);
        return interrupts.Token.IsCancellationRequested ? 130 : 0;
    }
}
