using System.CommandLine;
using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Running;

namespace MetaNotebooks.Cli;

/// <summary>The options of the verbs that run notebooks.</summary>
internal sealed class QueueOptions
{
    private readonly Option<int?> _jobs = Options.Count(
        "--jobs",
        "N",
        "How many notebooks run at a time; outputs do not depend on it.",
        NotebookQueue.UsualJobs
    );

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
        foreach (var option in (Option[])[_jobs, _cell, _notebook, _memory])
            verb.Options.Add(option);
    }

    /// <summary>The queue that the given options ask for.</summary>
    public NotebookQueue Read(ParseResult given) =>
        new(
            given.GetValue(_jobs)!.Value,
            new NotebookLimits(
                TimeSpan.FromSeconds(given.GetValue(_cell)!.Value),
                given.GetValue(_notebook) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                given.GetValue(_memory)!.Value
            )
        );
}
