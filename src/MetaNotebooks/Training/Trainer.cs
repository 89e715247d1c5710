using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>The outer loop: draw tasks, take the meta-gradient, update.</summary>
public static class Trainer
{
    /// <summary>Trains a learner.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="tasks">Where its tasks come from; iteration i draws with <c>seed.Split("tasks").At(i)</c>.</param>
    /// <param name="options">How long and how.</param>
    /// <param name="start">Meta-parameters to start from; null draws them with <c>seed.Split("parameters")</c>.</param>
    /// <param name="cancellation">Ends the run between two iterations; what was learned until then is returned.</param>
    /// <exception cref="DivergenceException">An outer loss is not a finite number.</exception>
    public static TrainingResult Train(
        ILearner learner,
        ITaskSampler tasks,
        TrainingOptions options,
        IReadOnlyList<Tensor>? start = null,
        CancellationToken cancellation = default
    )
    {
        Require.AtLeast(options.Iterations, 0, nameof(options.Iterations));
        Require.AtLeast(options.MetaBatch, 1, nameof(options.MetaBatch));
        var seed = options.Seed.Split("tasks");
        var history = new List<double>(options.Iterations);

        using var run = NewDisposeScope();
        var initial = start ?? learner.Init(options.Seed.Split("parameters"));
        long[][] shapes = [.. initial.Select(part => part.shape)];
        var parameters = FlatParameters.Join(initial.Select(part => part.detach()));
        var state = options.Optimiser.Init(parameters);

        for (var i = 1; i <= options.Iterations && !cancellation.IsCancellationRequested; i++)
        {
            using var iteration = NewDisposeScope();
            var meta = FlatParameters.Leaves(parameters, shapes);
            var step = learner.MetaGradient(meta, tasks.Sample(seed.At(i), options.MetaBatch));
            var loss = step.Losses.mean().ToDouble();
            if (!double.IsFinite(loss))
                throw new DivergenceException(learner.Name, i, loss);
            history.Add(loss);

            Tensor[] before = [parameters, .. state];
            (parameters, state) = options.Optimiser.Step(
                i,
                parameters,
                FlatParameters.Join(step.Gradients),
                state
            );
            iteration.MoveToOuter([parameters, .. state]);
            foreach (var tensor in before.Except([parameters, .. state]))
                tensor.Dispose();
            options.Progress?.Invoke(new(i, options.Iterations, loss));
        }

        // Copies, so that no result holds on to the vector of all of them.
        Tensor[] learned =
        [
            .. FlatParameters.Leaves(parameters, shapes).Select(part => part.detach().clone()),
        ];
        run.MoveToOuter(learned);
        return new(learned, history);
    }
}
