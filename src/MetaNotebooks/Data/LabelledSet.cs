using MetaNotebooks.Native;
using TorchSharp;
using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Labelled examples as one tensor: the rows of a class stand together, classes may differ in size. Images are
/// <c>[N, side, side]</c> with ink = 1. Episodes are drawn from it by <see cref="NWayKShot"/>.
/// </summary>
public sealed class LabelledSet
{
    private readonly long[] starts;

    /// <summary>Puts a set together.</summary>
    /// <param name="features">All examples, <c>[N, …]</c>, class after class; every number finite.</param>
    /// <param name="classes">Name of each class, no two alike.</param>
    /// <param name="counts">How many examples each class has; at least 1, N in all.</param>
    public LabelledSet(Tensor features, IReadOnlyList<string> classes, IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (classes.Count == 0 || counts.Count != classes.Count)
            throw new ArgumentException(
                $"counts has {counts.Count} entries for {classes.Count} classes; expected one for each, at least 1.",
                nameof(counts)
            );
        if (classes.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException(
                $"classes holds '{twice.Key}' {twice.Count()} times; expected once.",
                nameof(classes)
            );
        foreach (var (count, name) in counts.Zip(classes))
            Require.AtLeast(count, 1, $"number of examples of class '{name}'");
        starts = new long[classes.Count];
        for (var c = 1; c < starts.Length; c++)
            starts[c] = starts[c - 1] + counts[c - 1];
        Require.Leading(features, nameof(features), counts.Sum(count => (long)count));
        (Features, Classes, Counts) = (features, classes, counts);
        CheckFinite();
    }

    private void CheckFinite()
    {
        using var scope = NewDisposeScope();
        if (!Features.is_floating_point() || Features.numel() == 0)
            return;
        // NaN is least and largest of whatever it is among; and nothing as large as the set is made.
        if (double.IsFinite(Features.min().ToDouble()) && double.IsFinite(Features.max().ToDouble()))
            return;
        var rows = Features.flatten(1).isfinite().all(1);
        var row = rows.to(ScalarType.Int8).argmin().item<long>();
        var index = Array.FindLastIndex(starts, start => start <= row);
        throw new ArgumentException(
            $"features has a number that is not finite in row {row}, example {row - starts[index]} of class "
                + $"'{Classes[index]}'; expected finite numbers alone.",
            "features"
        );
    }

    /// <summary>All examples, <c>[N, …]</c>, class after class.</summary>
    public Tensor Features { get; }

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How many examples each class has.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The file that the examples are from, for errors; null (default) where they are from none.</summary>
    public string? Source { get; init; }

    /// <summary>The row of a class's first example.</summary>
    /// <param name="index">The class, from 0.</param>
    public long Start(int index) => starts[index];

    /// <summary>The classes whose names pass a test, in this set's order.</summary>
    /// <param name="choose">Whether a class is taken.</param>
    public LabelledSet Where(Func<string, bool> choose) =>
        Choose([.. Enumerable.Range(0, Classes.Count).Where(c => choose(Classes[c]))]);

    /// <summary>The named classes, in the given order.</summary>
    /// <param name="classes">Names; each must be of this set.</param>
    public LabelledSet Only(IReadOnlyList<string> classes)
    {
        var index = Classes.Select((name, c) => (name, c)).ToDictionary(pair => pair.name, pair => pair.c);
        return Choose([
            .. classes.Select(name =>
                index.TryGetValue(name, out var c)
                    ? c
                    : throw new ArgumentException(
                        $"classes holds '{name}'; the set has no class of that name.",
                        nameof(classes)
                    )
            ),
        ]);
    }

    /// <summary>Parts with no class in common, such as those for meta-training, validation and test.</summary>
    /// <param name="seed">Which classes go where.</param>
    /// <param name="sizes">Classes of each part, at least 1; together at most those of this set.</param>
    public IReadOnlyList<LabelledSet> Split(Seed seed, params int[] sizes)
    {
        foreach (var size in sizes)
            Require.AtLeast(size, 1, nameof(sizes));
        if (sizes.Sum() > Classes.Count)
            throw new ArgumentOutOfRangeException(
                nameof(sizes),
                $"sizes is [{string.Join(", ", sizes)}], {sizes.Sum()} in all; the set has {Classes.Count} classes."
            );
        var order = seed.Split("classes").Generator().Distinct(sizes.Sum(), Classes.Count);
        var parts = new List<LabelledSet>();
        var start = 0;
        foreach (var size in sizes)
        {
            parts.Add(Choose(order[start..(start + size)]));
            start += size;
        }
        return parts;
    }

    /// <summary>
    /// Each class of square images and three more, which are its images turned by 90, 180 and 270 degrees. Turn after
    /// splitting: a turned class in another part would be seen twice.
    /// </summary>
    public LabelledSet WithRotations()
    {
        var shape = Features.shape;
        if (shape.Length != 3 || shape[1] != shape[2])
            throw new InvalidOperationException(
                $"Features has shape [{string.Join(", ", shape)}]; expected square images, [N, side, side]."
            );
        int[] turns = [0, 1, 2, 3];
        using var scope = NewDisposeScope();
        var all = Held.Cat(turns.Select(turn => Features.rot90(turn, (1, 2))));
        return new(
            all.MoveToOuterDisposeScope(),
            [
                .. turns.SelectMany(turn =>
                    Classes.Select(name => turn == 0 ? name : $"{name}, turned {90 * turn}°")
                ),
            ],
            [.. turns.SelectMany(_ => Counts)]
        )
        {
            Source = Source,
        };
    }

    /// <summary>The same examples as vectors, <c>[N, d]</c>, for models that take no images.</summary>
    public LabelledSet Flattened() => new(Features.flatten(1), Classes, Counts) { Source = Source };

    private LabelledSet Choose(int[] classes)
    {
        if (classes.Length == 0)
            throw new ArgumentException("No class is chosen; expected at least 1.", nameof(classes));
        long[] rows = [.. classes.SelectMany(c => Enumerable.Range(0, Counts[c]).Select(i => starts[c] + i))];
        using var index = tensor(rows);
        return new(
            Features.index_select(0, index),
            [.. classes.Select(c => Classes[c])],
            [.. classes.Select(c => Counts[c])]
        )
        {
            Source = Source,
        };
    }
}
