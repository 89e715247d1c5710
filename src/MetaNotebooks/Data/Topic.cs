namespace MetaNotebooks;

/// <summary>A class of sentences that is also described in words.</summary>
/// <param name="Name">Its name, for tables and errors; learners never see it.</param>
/// <param name="Descriptions">One-sentence descriptions that say the same in other words; at least 1.</param>
/// <param name="Sentences">Its sentences; at least 1, no two alike.</param>
public sealed record Topic(string Name, IReadOnlyList<string> Descriptions, IReadOnlyList<string> Sentences);
