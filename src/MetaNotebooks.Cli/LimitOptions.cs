using System.CommandLine;
using MetaNotebooks.Notebooks.Evaluation;

namespace MetaNotebooks.Cli;

/// <summary>The options that say what a notebook may use.</summary>
internal sealed class LimitOptions
{
    private readonly Option<int?> _cell = Options.Count(
        "--cell-timeout",
        "SECONDS",
        "How long a cell may run.",
        NotebookLimits.UsualCellSeconds
    );

    private readonly Option<int?> _notebook = Options.Count(
        "--timeout",
        "SECONDS",
        "How long a notebook may run; any time when this is not given.",
        usual: null
    );

    private readonly Option<int?> _memory = Options.Count(
        "--memory",
        "MEGABYTES",
        "How much memory a notebook's process may take; by default half of the machine's.",
        NotebookLimits.UsualMegabytes
    );

    /// <summary>Gives the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_cell, _notebook, _memory])
            verb.Options.Add(option);
    }

    /// <summary>The limits that the given options ask for.</summary>
    public NotebookLimits Read(ParseResult given) =>
        new(
            TimeSpan.FromSeconds(given.GetValue(_cell)!.Value),
            given.GetValue(_notebook) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            given.GetValue(_memory)!.Value
        );
}
