namespace MetaNotebooks.Runner.Notebooks;

/// <summary>Finds the notebooks that a command line names.</summary>
internal static class NotebookFinder
{
    private const string Ending = ".ipynb";

    /// <summary>The notebooks at the paths given, those of a folder in the order of their names.</summary>
    /// <exception cref="BadInputException">A path is missing, or is or holds no notebook.</exception>
    public static IReadOnlyList<Notebook> Read(IEnumerable<string> paths)
    {
        var notebooks = paths.SelectMany(Find).Distinct().Select(NotebookReader.Read).ToArray();
        var twice = notebooks.GroupBy(notebook => notebook.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? notebooks
            : throw new BadInputException(
                $"two notebooks are named '{twice.Key}': {string.Join(" and ", twice.Select(one => one.Path))}"
            );
    }

    private static IEnumerable<string> Find(string path)
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
