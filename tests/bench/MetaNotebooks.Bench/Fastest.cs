using System.Diagnostics;
using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>How long something takes when nothing disturbs it.</summary>
internal static class Fastest
{
    // Seconds. At first code is slow, since it is compiled anew, and better, when it has run for a while.
    private const double WarmUp = 1;
    private const double Enough = 0.3;
    private const int Times = 3;

    /// <summary>Seconds of one iteration: the least of three times, each of some tenths of a second.</summary>
    /// <param name="run">Runs as many iterations as it is told.</param>
    public static double Seconds(Action<int> run)
    {
        double Time(int iterations)
        {
            using var scope = NewDisposeScope();
            var clock = Stopwatch.StartNew();
            run(iterations);
            return clock.Elapsed.TotalSeconds;
        }
        var (number, took) = (1, 0.0);
        for (var warm = 0.0; warm < WarmUp || took < Enough / 2; warm += took)
        {
            took = Time(number);
            if (took < Enough / 2)
                number *= 2;
        }
        return Enumerable.Range(0, Times).Min(_ => Time(number)) / number;
    }

    /// <summary>Seconds that drawing one batch takes.</summary>
    /// <param name="tasks">What is drawn from.</param>
    /// <param name="metaBatch">Tasks a batch.</param>
    public static double Sampling(ITaskSampler tasks, int metaBatch) =>
        Seconds(iterations =>
        {
            for (var i = 0; i < iterations; i++)
            {
                using var scope = NewDisposeScope();
                tasks.Sample(new Seed(1).At(i), metaBatch);
            }
        });

    /// <summary>Seconds of a training iteration, drawing its tasks included.</summary>
    /// <param name="learner">What is trained.</param>
    /// <param name="tasks">What its tasks are drawn from.</param>
    /// <param name="metaBatch">Tasks an iteration.</param>
    public static double Training(ILearner learner, ITaskSampler tasks, int metaBatch) =>
        Seconds(iterations =>
            Trainer.Train(learner, tasks, new() { Iterations = iterations, MetaBatch = metaBatch })
        );
}
