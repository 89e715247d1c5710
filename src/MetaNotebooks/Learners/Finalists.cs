using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// The end of an architecture search: the structures that a <see cref="MetaNetwork"/> finds most probable are trained by
/// themselves, each anew and from several starts, and the least validation loss with the price of its size decides; of
/// losses that differ by less than a thousandth, that of the most probable structure. As DARTS does (Liu, Simonyan, Yang
/// 2019, section 3.1: several searches, "the best cell based on its validation performance obtained by training from
/// scratch for a short period"): shared weights favour structures that learn fast.
/// </summary>
public sealed record Finalists
{
    // Rectifiers that never bend are the identity: structures that can be the same function end up with the same loss,
    // but for how near to it each start came. Of these the most probable one wins.
    private const double Alike = 1e-3;

    /// <summary>How many structures, at least 1. Default 16; more than there are is all.</summary>
    public int Count { get; init; } = 16;

    /// <summary>Starts of each, at least 1. Default 32.</summary>
    public int Starts { get; init; } = 32;

    /// <summary>Steps of Adam from each start on all training points, at least 1. Default 800.</summary>
    public int Steps { get; init; } = 800;

    /// <summary>Adam's rate, above 0. Default 0.05.</summary>
    public double Rate { get; init; } = 0.05;

    /// <summary>The structure that wins.</summary>
    /// <exception cref="ArithmeticException">Every structure diverged from every start.</exception>
    /// <param name="search">The search.</param>
    /// <param name="meta">What it learned.</param>
    /// <param name="tasks">Training points (support) and validation points (query); those of all tasks count alike.</param>
    /// <param name="seed">Where the starts come from.</param>
    public Architecture Choose(MetaNetwork search, Parameters meta, TaskBatch tasks, Seed seed)
    {
        Require.AtLeast(Count, 1, nameof(Count));
        Require.AtLeast(Starts, 1, nameof(Starts));
        Require.AtLeast(Steps, 1, nameof(Steps));
        (Architecture One, double Loss)[] judged =
        [
            .. search
                .Ranking(meta)
                .Take(Count)
                .Select(one =>
                    (one, Trained(search, one, tasks, seed) + search.Price * search.Space.Size(one))
                ),
        ];
        var least = judged.Min(pair => pair.Loss);
        return double.IsFinite(least)
            ? judged.First(pair => pair.Loss <= least + Alike * Math.Abs(least)).One
            : throw new ArithmeticException(
                "Finalists: the training of every structure diverged from every start; expected a finite "
                    + $"validation loss from one at least. Lower Rate, which is {Rate}."
            );
    }

    // The least validation loss of the starts, infinite where all diverged: they are the tasks of one batch,
    // so that they are trained together.
    private double Trained(MetaNetwork search, Architecture one, TaskBatch tasks, Seed seed)
    {
        using var scope = NewDisposeScope();
        var model = one.Build(search.Space.Inputs, search.Space.Outputs);
        Tensor ForEach(Tensor points)
        {
            var all = points.flatten(0, 1);
            return all.expand([Starts, .. all.shape]);
        }
        var (x, y) = (ForEach(tasks.SupportX), ForEach(tasks.SupportY));
        var starts = Enumerable.Range(0, Starts).Select(i => model.Init(seed.At(i), x.dtype)).ToArray();
        var theta = Parameters.Stack(starts);
        var rule = new AdamStep(Rate);
        var rho = rule.Init(model.Shapes, seed, x.dtype);
        var final = Adaptation.Run(model, search.Loss, rule, theta, rho, x, y, Steps).Final;
        var losses = search.Loss.Of(model.Forward(final, ForEach(tasks.QueryX)), ForEach(tasks.QueryY));
        return Held.Numbers<double>(Require.PerTask(losses, Starts, search.Name).to(ScalarType.Float64))
            .Where(double.IsFinite)
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();
    }
}
