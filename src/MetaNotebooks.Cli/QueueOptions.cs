using System.CommandLine;
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

    private readonly LimitOptions _limits = new();

    /// <summary>Gives the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_jobs);
        _limits.AddTo(verb);
    }

    /// <summary>The queue that the given options ask for.</summary>
    /// <param name="given">The options.</param>
    /// <param name="withSolutions">Whether solutions run after a notebook's cells.</param>
    public NotebookQueue Read(ParseResult given, bool withSolutions = false) =>
        new(given.GetValue(_jobs)!.Value, _limits.Read(given)) { WithSolutions = withSolutions };
}
