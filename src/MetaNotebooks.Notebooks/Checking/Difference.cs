namespace MetaNotebooks.Notebooks.Checking;

/// <summary>One thing that is not as it was stored.</summary>
/// <param name="Where">The place in the output.</param>
/// <param name="Stored">What was stored there.</param>
/// <param name="Came">What came when the cell was run again.</param>
internal sealed record Difference(string Where, string Stored, string Came);
