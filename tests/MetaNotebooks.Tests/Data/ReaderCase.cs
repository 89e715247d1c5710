namespace MetaNotebooks.Tests;

/// <summary>A reader of files, with a whole file and broken ones.</summary>
/// <param name="Ending">How its files' names end.</param>
/// <param name="Whole">A whole file.</param>
/// <param name="Read">Reads a file; gives the tensors that it made.</param>
/// <param name="Broken">
/// Broken files: what is wrong, the bytes, and the place that the error must name.
/// </param>
internal sealed record ReaderCase(
    string Ending,
    byte[] Whole,
    Func<string, IEnumerable<Tensor>> Read,
    params (string What, byte[] Bytes, string Place)[] Broken
)
{
    /// <summary>Whether its files are texts.</summary>
    public bool IsText => Ending is "csv" or "json";
}
