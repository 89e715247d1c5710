using System.Diagnostics;

namespace MetaNotebooks.Soak;

/// <summary>Workers on threads for a while, and what the process holds meanwhile.</summary>
internal static class SoakRun
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private const int SamplesALine = 3;

    /// <summary>Runs, and prints what the process holds every 30 seconds and at the end.</summary>
    /// <param name="minutes">How long.</param>
    /// <returns>0; 1 when a worker failed or something grew.</returns>
    public static int Run(double minutes)
    {
        var folder = Directory.CreateTempSubdirectory("metanotebooks-soak-").FullName;
        using var interrupts = new Interrupts();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(interrupts.Token);
        // A worker reads as it were while it is in a round, so a writer finds all of them between two: what is held then is
        // held for good, while in a round it depends on where each of them happens to be.
        using var rounds = new ReaderWriterLockSlim();
        var workers = Worker.All(folder);
        var threads = workers.Select(worker => new Thread(() => worker.Run(rounds, end.Token))).ToArray();
        var clock = Stopwatch.StartNew();
        var samples = new List<Holding>();
        Console.WriteLine($"{workers.Count} threads for {minutes} minutes\n{Holding.Header}");
        foreach (var thread in threads)
            thread.Start();
        while (clock.Elapsed.TotalMinutes < minutes && workers.All(worker => worker.Error is null))
        {
            if (end.Token.WaitHandle.WaitOne(Between))
                break;
            rounds.EnterWriteLock();
            samples.Add(Holding.Now(clock.Elapsed));
            rounds.ExitWriteLock();
            if (samples.Count % SamplesALine == 0)
                Console.WriteLine(samples[^1]);
        }
        end.Cancel();
        foreach (var thread in threads)
            thread.Join();
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{Holding.Now(clock.Elapsed)} at the end");
        foreach (var worker in workers)
            Console.WriteLine(
                $"{worker.Name}: {worker.Rounds} rounds{(worker.Error is { } error ? $"; {error}" : "")}"
            );

        var growth = Growth.Of(samples);
        foreach (var line in growth)
            Console.WriteLine(line);
        var failed = growth.Any(line => line.TooMuch) || workers.Any(worker => worker.Error is not null);
        Console.WriteLine(failed ? "FAILED" : "nothing grew");
        return failed ? 1 : 0;
    }
}
