using static TorchSharp.torch;

namespace MetaNotebooks;

/// <summary>
/// Few-shot classification, N classes with K examples each (Vinyals et al. 2016, section 4.1; errata page, D4.1–D4.2), over any
/// labelled set. An episode draws classes without repetition, gives them the labels 0 … N − 1 in random order, and draws
/// support and query examples with none in both. Inputs are <c>[T, way · shots, …]</c>, labels int64
/// <c>[T, way · shots]</c>, sorted by label.
/// </summary>
/// <param name="Set">The classes; parts for training and test come from <see cref="LabelledSet.Split"/>.</param>
public sealed record NWayKShot(LabelledSet Set) : ITaskSampler
{
    /// <summary>Classes an episode, N. Default 5.</summary>
    public int Way { get; init; } = 5;

    /// <summary>Support examples a class, K. Default 1.</summary>
    public int Shots { get; init; } = 1;

    /// <summary>Query examples a class. Default 15.</summary>
    public int Queries { get; init; } = 15;

    /// <summary>Float32 (default) or Float64.</summary>
    public ScalarType DType { get; init; } = ScalarType.Float32;

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        Require.AtLeast(tasks, 1, nameof(tasks));
        Require.AtLeast(Shots, 1, nameof(Shots));
        Require.AtLeast(Queries, 1, nameof(Queries));
        CheckClasses();
        var random = seed.Generator();
        var support = new List<long>(tasks * Way * Shots);
        var query = new List<long>(tasks * Way * Queries);
        for (var t = 0; t < tasks; t++)
            foreach (var c in random.Distinct(Way, Set.Classes.Count))
            {
                var start = Set.Start(c);
                var examples = random.Distinct(Shots + Queries, Set.Counts[c]);
                for (var i = 0; i < examples.Length; i++)
                    (i < Shots ? support : query).Add(start + examples[i]);
            }
        return new(
            Rows(support, tasks, Shots),
            Labels(tasks, Shots),
            Rows(query, tasks, Queries),
            Labels(tasks, Queries)
        )
        {
            Seed = seed,
        };
    }

    private void CheckClasses()
    {
        if (Way < 2 || Way > Set.Classes.Count)
            throw new ArgumentOutOfRangeException(
                nameof(Way),
                $"Way is {Way}; expected 2 to {Set.Classes.Count}, the classes of the set."
            );
        var need = (long)Shots + Queries;
        for (var c = 0; c < Set.Classes.Count; c++)
            if (Set.Counts[c] < need)
                throw new ArgumentException(
                    $"Shots + Queries is {need}; expected at most {Set.Counts[c]}: class '{Set.Classes[c]}'"
                        + (Set.Source is null ? "" : $" of {Set.Source}")
                        + $" has {Set.Counts[c]} examples.",
                    nameof(Shots)
                );
    }

    private Tensor Rows(List<long> rows, int tasks, int examples)
    {
        using var index = tensor(rows.ToArray());
        var found = Set.Features.index_select(0, index);
        return found.view([tasks, Way * examples, .. found.shape[1..]]).to(DType);
    }

    private Tensor Labels(int tasks, int examples) =>
        arange(Way).repeat_interleave(examples).unsqueeze(0).repeat(tasks, 1);
}
