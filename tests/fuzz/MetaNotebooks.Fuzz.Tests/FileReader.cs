namespace MetaNotebooks.Fuzz;

/// <summary>Something that reads files which may be broken.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Ending">How its files' names end.</param>
/// <param name="Whole">A file that it reads.</param>
/// <param name="Break">Makes a broken one.</param>
/// <param name="Read">Reads a file, and uses what it read.</param>
/// <param name="Error">The message of its own error, or null where an exception is another.</param>
internal sealed record FileReader(
    string Name,
    string Ending,
    byte[] Whole,
    Func<Random, byte[]> Break,
    Action<string> Read,
    Func<Exception, string?> Error
)
{
    /// <summary>Whether its errors are of the file, and so must name it. Default true.</summary>
    public bool NamesFile { get; init; } = true;
}
