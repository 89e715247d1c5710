using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>The outer loop: draw tasks, take the meta-gradient, update.</summary>
public static class Trainer
{
    /// <summary>
    /// Trains a learner; with <see cref="TrainingOptions.Checkpoint"/>, goes on from where an earlier run was stopped.
    /// </summary>
    /// <param name="learner">The learner.</param>
    /// <param name="tasks">Where its tasks come from; iteration i draws with <c>seed.Split("tasks").At(i)</c>.</param>
    /// <param name="options">How long and how.</param>
    /// <param name="start">
    /// Meta-parameters to start from; null draws them with <c>seed.Split("parameters")</c>. A run that goes on from a
    /// checkpoint must be given the same ones, and takes its own.
    /// </param>
    /// <param name="cancellation">
    /// Ends the run between two iterations; what was learned until then is kept in the checkpoint and returned.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The run has a checkpoint but no <see cref="CheckpointOptions.Key"/>, and needs one.
    /// </exception>
    /// <exception cref="DivergenceException">An outer loss or a gradient is not finite.</exception>
    /// <exception cref="BadFileException">The checkpoint is broken.</exception>
    /// <exception cref="CheckpointMismatchException">The checkpoint is of a run with other settings.</exception>
    /// <exception cref="CheckpointWriteException">A checkpoint cannot be written.</exception>
    /// <exception cref="LostWorkerException">A worker has gone; what was learned until then is kept.</exception>
    public static TrainingResult Train(
        ILearner learner,
        ITaskSampler tasks,
        TrainingOptions options,
        Parameters? start = null,
        CancellationToken cancellation = default
    )
    {
        Require.AtLeast(options.Iterations, 0, nameof(options.Iterations));
        Require.AtLeast(options.MetaBatch, 1, nameof(options.MetaBatch));
        Require.AtLeast(options.Shards, 1, nameof(options.Shards));
        var seed = options.Seed.Split("tasks");

        using var run = NewDisposeScope();
        var initial = start ?? learner.Init(options.Seed.Split("parameters"));
        var shapes = initial.Shapes;
        var checkpoints = options.Checkpoint is { } wanted
            ? new Checkpoints(wanted, TrainingConfiguration.Of(learner, tasks, options, start, initial))
            : null;
        var resumed = checkpoints?.Resume(options.Iterations);
        var parameters = FlatParameters.Join((resumed?.Meta ?? initial).Detached());
        var state = options.Optimiser.Init(parameters);
        state = resumed?.OptimiserState ?? state;
        var history = new List<double>(options.Iterations);
        history.AddRange(resumed?.History ?? []);

        DivergenceException Diverged(int iteration, string what, double value) =>
            new(learner.Name, iteration, what, value, checkpoints?.Standing ?? "");

        void Keep()
        {
            // One file, one writer: what the workers learn is the same.
            if (options.Workers is { Rank: > 0 })
                return;
            using var saving = NewDisposeScope();
            var meta = FlatParameters.Leaves(parameters, shapes);
            // The last update may have gone too far; a checkpoint of that would take the good one's place.
            if (NonFinite.In(parameters, meta) is var (part, value))
                throw Diverged(history.Count, part, value);
            checkpoints!.Save(new(history.Count, meta, state, history, checkpoints.Configuration));
        }

        var shards = options.Workers is { } group ? new Shards(group, options.Shards) : null;
        MetaGradient Step(int i, Parameters meta, TaskBatch batch)
        {
            if (shards is null)
                return learner.MetaGradient(meta, batch);
            try
            {
                return shards.MetaGradient(learner, meta, batch, i, cancellation.IsCancellationRequested);
            }
            catch (LostWorkerException lost)
            {
                if (checkpoints is not null && checkpoints.Kept != history.Count)
                    Keep();
                throw new LostWorkerException(lost.Who, checkpoints?.Standing ?? "");
            }
        }

        // The gradient as one vector; the tasks, and it in parts, are gone before the update takes its room.
        (Tensor Gradient, double Loss, Computation By, IReadOnlyList<string> NotBy) Slope(int i)
        {
            using var made = NewDisposeScope();
            var meta = FlatParameters.Leaves(parameters, shapes);
            var batch = tasks.Sample(seed.At(i), options.MetaBatch).DrawnWith(seed.At(i));
            var step = Step(i, meta, batch);
            var loss = step.Losses.mean().ToDouble();
            if (!double.IsFinite(loss))
                throw Diverged(i, "the outer loss", loss);
            Require.Shapes(step.Gradients, shapes, $"the gradient of {learner.Name}");
            var gradient = FlatParameters.Join(step.Gradients);
            if (NonFinite.In(gradient, step.Gradients) is var (part, value))
                throw Diverged(i, $"the gradient of {part}", value);
            return (gradient.MoveToOuterDisposeScope(), loss, step.By, step.NotBy);
        }

        // At once, so that a folder that cannot be written to is known before anything is computed.
        if (checkpoints is { Kept: null })
            Keep();
        Computation? by = null;
        IReadOnlyList<string> notBy = [];
        // With workers, all end after the same iteration.
        while (
            history.Count < options.Iterations && !(shards?.Stopping ?? cancellation.IsCancellationRequested)
        )
        {
            using var iteration = NewDisposeScope();
            var i = history.Count + 1;
            var step = Slope(i);
            history.Add(step.Loss);

            var before = FlatParameters.Kept(parameters, state);
            (parameters, state) = options.Optimiser.Step(i, parameters, step.Gradient, state);
            iteration.MoveToOuter([parameters, .. state]);
            Held.Leave(before, FlatParameters.Kept(parameters, state));
            // Before progress is told: what was told of is never lost where every iteration is kept.
            if (checkpoints?.Due(i) == true)
                Keep();
            (by, notBy) = (step.By, step.NotBy);
            if (options.Workers is not { Rank: > 0 })
                options.Progress?.Invoke(new(i, options.Iterations, step.Loss) { By = step.By });
        }
        if (checkpoints is not null && checkpoints.Kept != history.Count)
            Keep();

        // Copies, so that no result holds on to the vector of all of them.
        var learned = FlatParameters.Parts(parameters, shapes).Map(part => part.clone());
        run.MoveToOuter(learned);
        return new(learned, history) { By = by, NotBy = notBy };
    }
}
