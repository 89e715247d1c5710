namespace MetaNotebooks.Notebooks.Files;

/// <summary>Finds the notebooks that a command line names; what is none does not stop others.</summary>
internal static class NotebookFinder
{
    private const string Ending = ".ipynb";

    /// <summary>
    /// The notebooks at the paths given, those of a folder in the order of their names, and what is wrong with
    /// the paths that are missing, or are or hold no notebook.
    /// </summary>
    /// <exception cref="BadInputException">Two of them have one name.</exception>
    public static (IReadOnlyList<Notebook> Notebooks, IReadOnlyList<string> Refused) Read(
        IEnumerable<string> paths
    )
    {
        var refused = new List<string>();
        var files = paths.SelectMany(path => Each(() => Find(path), refused)).Distinct();
        var notebooks = files
            .SelectMany(file => Each<Notebook>(() => [NotebookReader.Read(file)], refused))
            .ToArray();
        // Their pages lie in one folder, which on many systems takes "A" for "a".
        var twice = notebooks
            .GroupBy(notebook => notebook.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? (notebooks, refused)
            : throw new BadInputException(
                $"two notebooks are named '{twice.Key}': {string.Join(" and ", twice.Select(one => one.Path))}"
            );
    }

    private static IReadOnlyList<T> Each<T>(Func<IReadOnlyList<T>> read, List<string> refused)
    {
        try
        {
            return read();
        }
        catch (Exception bad) when (bad is BadInputException or IOException or UnauthorizedAccessException)
        {
            refused.Add(bad.Message);
            return [];
        }
    }

    private static IReadOnlyList<string> Find(string path)
    {
        if (Directory.Exists(path))
        {
            var found = Directory.GetFiles(Path.GetFullPath(path), $"*{Ending}");
            Array.Sort(found, StringComparer.Ordinal);
            return found.Length > 0
                ? found
                : throw new BadInputException($"{path}: no {Ending} file in this folder");
        }
        if (!File.Exists(path))
            throw new BadInputException($"{path}: no such file or folder");
        return path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            ? [Path.GetFullPath(path)]
            : throw new BadInputException($"{path}: not a notebook: expected a file that ends in {Ending}");
    }
}
