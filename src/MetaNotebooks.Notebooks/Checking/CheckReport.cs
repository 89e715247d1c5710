namespace MetaNotebooks.Notebooks.Checking;

/// <summary>Tells what changed: the notebook, the cell, what was stored, what came.</summary>
/// <param name="writer">Where it is told.</param>
internal sealed class CheckReport(TextWriter writer)
{
    private int _checked;
    private int _changed;

    /// <summary>Whether nothing changed so far, and every notebook had something to compare with.</summary>
    public bool IsClean { get; private set; } = true;

    /// <summary>Tells of a notebook that cannot be checked.</summary>
    public void AddEmpty(string notebook)
    {
        IsClean = false;
        writer.WriteLine($"{notebook}: no stored outputs; run it with --store first");
    }

    /// <summary>Tells of a notebook's cells that changed.</summary>
    public void Add(string notebook, int cellsChecked, IReadOnlyList<ChangedCell> changed)
    {
        _checked += cellsChecked;
        _changed += changed.Count;
        IsClean &= changed.Count == 0;
        foreach (var (cell, differences) in changed)
        {
            var first = differences[0];
            writer.WriteLine($"{notebook}, cell {cell.Id} ({cell.Number}): {first.Where}");
            writer.WriteLine($"  stored: {Indent(first.Stored)}");
            writer.WriteLine($"  came:   {Indent(first.Came)}");
            if (differences.Count > 1)
                writer.WriteLine($"  and {differences.Count - 1} more");
        }
    }

    /// <summary>Tells the sum.</summary>
    public void End() => writer.WriteLine($"{_checked} cells checked, {_changed} differ");

    private static string Indent(string text) => text.ReplaceLineEndings("\n          ");
}
