using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>Trains networks on all points at once, one a data set, T data sets in one batch.</summary>
internal static class FullBatch
{
    /// <summary>
    /// Minimises each data set's loss plus λ times the squares of its weights (not of its biases).
    /// </summary>
    /// <returns>Parameters <c>[T, …]</c>.</returns>
    public static Parameters Train(
        Mlp model,
        TaskLoss loss,
        Parameters theta,
        Tensor x,
        Tensor y,
        IOptimiser optimiser,
        int iterations,
        double strength = 0
    )
    {
        var shapes = model.Shapes.Map(shape => [x.shape[0], .. shape]);
        using var run = NewDisposeScope();
        // An optimiser treats every number alike, so the parameters of all data sets are one vector to it.
        var parameters = FlatParameters.Join(
            theta.AsEnumerable().Zip(shapes, (part, shape) => part.detach().expand(shape))
        );
        var state = optimiser.Init(parameters);
        for (var i = 1; i <= iterations; i++)
        {
            using var iteration = NewDisposeScope();
            var gradients = Gradient.Of(
                Name(model),
                FlatParameters.Parts(parameters, shapes),
                own =>
                {
                    var total = Require
                        .PerTask(loss.Of(model.Forward(own, x), y), x.shape[0], Name(model))
                        .sum();
                    if (strength > 0)
                        foreach (var weight in own.Only(name => name.EndsWith("weight")))
                            total += strength * weight.square().sum();
                    return total;
                }
            );
            using var off = no_grad();
            var before = FlatParameters.Kept(parameters, state);
            (parameters, state) = optimiser.Step(i, parameters, FlatParameters.Join(gradients), state);
            iteration.MoveToOuter([parameters, .. state]);
            Held.Leave(before, FlatParameters.Kept(parameters, state));
        }
        var trained = FlatParameters.Parts(parameters, shapes).Map(part => part.clone());
        run.MoveToOuter(trained);
        return trained;
    }

    private static string Name(Mlp model) => $"{model.GetType().Name} on all points";

    /// <summary>Trains from several starts and keeps, for each data set, the one with the lowest loss.</summary>
    public static Parameters BestOf(
        int starts,
        Mlp model,
        TaskLoss loss,
        Tensor x,
        Tensor y,
        IOptimiser optimiser,
        int iterations,
        Seed seed
    )
    {
        using var run = NewDisposeScope();
        using var off = no_grad();
        var tasks = x.shape[0];
        Parameters[] drawn =
        [
            .. Enumerable.Range(0, starts).Select(start => model.Init(seed.At(start), x.dtype)),
        ];
        // Start by start, all data sets of each: a start's parameters are repeated for the T data sets.
        var theta = Parameters.Stack(drawn).Map(part => part.repeat_interleave(tasks, 0));
        Tensor Repeated(Tensor data) => data.repeat([starts, .. Enumerable.Repeat(1L, (int)data.dim() - 1)]);
        var (inputs, targets) = (Repeated(x), Repeated(y));
        var trained = Train(model, loss, theta, inputs, targets, optimiser, iterations);
        var losses = Require
            .PerTask(loss.Of(model.Forward(trained, inputs), targets), starts * tasks, Name(model))
            .view(starts, tasks);
        // A start that diverged must not win.
        var best = where(losses.isnan(), full_like(losses, double.PositiveInfinity), losses).argmin(0);
        var rows = best * tasks + arange(tasks, ScalarType.Int64);
        var kept = trained.Map(part => part.index_select(0, rows));
        run.MoveToOuter(kept);
        return kept;
    }
}
