namespace MetaNotebooks;

/// <summary>A file does not hold what its format says: one error that names the file, the place and what was expected.</summary>
/// <param name="file">The file.</param>
/// <param name="place">Where in it, such as "header" or "line 12".</param>
/// <param name="problem">What was found and what was expected.</param>
public sealed class BadFileException(string file, string place, string problem)
    : IOException($"{file}, {place}: {problem}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Where in it.</summary>
    public string Place { get; } = place;
}
