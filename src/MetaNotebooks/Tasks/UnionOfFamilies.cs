namespace MetaNotebooks;

/// <summary>
/// Tasks of several families, such as one family at several shots and ways. A batch is one tensor, so each batch is of one
/// family, which its seed draws: over a training, each family has its share of the batches. Judge by each family
/// alone, not by the union: all tasks of one drawing would be of one family.
/// </summary>
public sealed record UnionOfFamilies : ITaskSampler
{
    /// <summary>Unites families.</summary>
    /// <param name="families">At least 1.</param>
    public UnionOfFamilies(params ITaskSampler[] families)
    {
        if (families is null || families.Length == 0)
            throw new ArgumentException("families is empty; expected at least 1.", nameof(families));
        Families = families;
    }

    /// <summary>The families.</summary>
    public IReadOnlyList<ITaskSampler> Families { get; }

    /// <summary>How often each is drawn, numbers above 0 whose sum is 1 or any other; null, the default, for equally often.</summary>
    public IReadOnlyList<double>? Shares { get; init; }

    /// <inheritdoc/>
    public TaskBatch Sample(Seed seed, int tasks)
    {
        var shares = Shares ?? [.. Families.Select(_ => 1.0)];
        if (shares.Count != Families.Count || !shares.All(share => share > 0 && double.IsFinite(share)))
            throw new ArgumentException(
                $"Shares are [{string.Join(", ", shares)}]; expected {Families.Count} finite numbers above 0, one a family.",
                nameof(Shares)
            );
        var place = seed.Split("family").Generator().NextDouble() * shares.Sum();
        var family = 0;
        for (; family < Families.Count - 1 && place >= shares[family]; family++)
            place -= shares[family];
        return Families[family].Sample(seed, tasks);
    }
}
