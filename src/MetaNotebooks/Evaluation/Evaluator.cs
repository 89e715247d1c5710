using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Judges a learner on new tasks.</summary>
public static class Evaluator
{
    /// <summary>Adapts to each task's support set and measures on its query set after every step.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="meta">Its meta-parameters.</param>
    /// <param name="tasks">The family; give its query set the size that you want to be judged on.</param>
    /// <param name="metric">What is measured, such as <see cref="Losses.MeanSquaredError"/>.</param>
    /// <param name="seed">Which tasks; differs from the training seed, or the tasks are not new.</param>
    /// <param name="count">How many tasks, at least 2. Default 600 (the papers').</param>
    /// <param name="steps">Inner steps, at least 0. Default 10.</param>
    /// <param name="atOnce">
    /// Tasks adapted to at a time, at least 1: less takes less memory. Null, the default, is as many as are
    /// estimated to take 16 MiB (tasks of words half a gibibyte), by the sizes of the tasks and of the parameters.
    /// </param>
    public static Evaluation Evaluate(
        ILearner learner,
        Parameters meta,
        ITaskSampler tasks,
        TaskLoss metric,
        Seed seed,
        int count = 600,
        int steps = 10,
        int? atOnce = null
    )
    {
        Require.AtLeast(count, 2, nameof(count));
        Require.AtLeast(atOnce ?? 1, 1, nameof(atOnce));
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var drawn = seed.Split("evaluation");
        var batch = tasks.Sample(drawn, count).DrawnWith(drawn);
        var size = atOnce ?? TasksAtOnce.Of(learner, meta, batch, steps);
        var values = Enumerable.Range(0, steps + 1).Select(_ => new List<double>(count)).ToArray();
        for (var first = 0; first < count; first += size)
        {
            using var memory = NewDisposeScope();
            var part = batch.Part(first, Math.Min(size, count - first));
            var adaptation = learner.AdaptTo(meta, part, steps);
            double[] measured = [];
            for (var step = 0; step <= steps; step++)
            {
                if (step == 0 || !adaptation.Repeats(step))
                    measured = Measured(adaptation, step, part);
                values[step].AddRange(measured);
            }
        }
        return new(learner.Name, values);

        double[] Measured(IAdaptation adaptation, int step, TaskBatch part)
        {
            // What a prediction is made of is let go before the next.
            using var judging = NewDisposeScope();
            var prediction = adaptation.Predict(step, part.QueryX);
            var each = Require.PerTask(
                metric.Of(prediction, part.QueryY),
                part.Tasks,
                $"{learner.Name} on query sets"
            );
            return Held.Numbers<double>(each.to(ScalarType.Float64));
        }
    }
}
