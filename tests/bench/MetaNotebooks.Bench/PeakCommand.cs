using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace MetaNotebooks.Bench;

/// <summary>The verb <c>peak</c>: one measurement a process, since a process's peak is never less than it was.</summary>
internal static class PeakCommand
{
    public static Command Create()
    {
        var steps = new Option<int>("--steps") { Description = "Inner steps.", DefaultValueFactory = _ => 5 };
        var recompute = new Option<bool>("--recompute")
        {
            Description = "Inner steps are run again on the way back, and not kept.",
        };
        var filters = new Option<int>("--filters")
        {
            Description = "Filters of a block; multiples of 32 are written out and keep no graph.",
            DefaultValueFactory = _ => 48,
        };
        var command = new Command(
            "peak",
            "Time and largest memory of MAML's meta-gradient with Conv4: 8 tasks, 5-way 1-shot."
        )
        {
            steps,
            recompute,
            filters,
        };
        command.SetAction(parsed =>
        {
            IMetaGradientEstimator outer = parsed.GetValue(recompute)
                ? new Recomputed()
                : new ThroughAdaptation(Derivatives.Second);
            var body = new Conv4(filters: parsed.GetValue(filters));
            var classifier = new Chain(body, new Linear(body.Outputs, 5));
            var learner = Maml.Create(classifier, Losses.CrossEntropy, 0.1, parsed.GetValue(steps)) with
            {
                Outer = outer,
            };
            using var scope = NewDisposeScope();
            var tasks = new NWayKShot(new Glyphs().Draw(1)) { Queries = 5 }.Sample(new Seed(2), 8);
            var meta = learner.Init(1).Leaves();
            var before = Process.GetCurrentProcess().PeakWorkingSet64;
            var seconds = Enumerable.Range(0, 3).Min(_ => Seconds(learner, meta, tasks));
            var after = Process.GetCurrentProcess().PeakWorkingSet64;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{body.Filters} filters, {parsed.GetValue(steps)} steps, {outer.GetType().Name}: {1e3 * seconds:F0} ms, {(after - before) / 1e6:F0} MB more than before"
                )
            );
            return 0;
        });
        return command;
    }

    private static double Seconds(AdaptiveLearner learner, Parameters meta, TaskBatch tasks)
    {
        using var scope = NewDisposeScope();
        var clock = Stopwatch.StartNew();
        learner.MetaGradient(meta, tasks);
        return clock.Elapsed.TotalSeconds;
    }
}
