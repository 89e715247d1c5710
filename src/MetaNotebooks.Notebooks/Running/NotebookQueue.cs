using MetaNotebooks.Notebooks.Evaluation;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Running;

/// <summary>Runs notebooks, some at a time; each computes with one thread.</summary>
/// <param name="jobs">How many run at a time; results do not depend on it.</param>
/// <param name="limits">What each may use.</param>
internal sealed class NotebookQueue(int jobs, NotebookLimits limits)
{
    // Each holds a compiler and a session in memory.
    private const int MostJobs = 4;

    /// <summary>How many run at a time when nothing else is said: one a core, up to four.</summary>
    public static int UsualJobs => Math.Min(Environment.ProcessorCount, MostJobs);

    /// <summary>Whether the solutions in a notebook's text run after its cells.</summary>
    public bool WithSolutions { get; init; }

    /// <summary>Starts the notebooks in their order and gives their runs in the same order.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="starting">Is told of each cell as it starts, from any thread.</param>
    /// <param name="cancel">Ends those that run and starts no more.</param>
    public IReadOnlyList<Task<NotebookRun>> Start(
        IReadOnlyList<Notebook> notebooks,
        Action<Notebook, Cell> starting,
        CancellationToken cancel
    )
    {
        var atOnce = Math.Clamp(jobs, 1, Math.Max(1, notebooks.Count));
        var places = new SemaphoreSlim(atOnce);
        return [.. notebooks.Select(Run)];

        async Task<NotebookRun> Run(Notebook notebook)
        {
            await places.WaitAsync(cancel);
            try
            {
                return await NotebookRunner.Run(
                    notebook,
                    limits,
                    cell => starting(notebook, cell),
                    cancel,
                    solutions: WithSolutions ? [.. Solution.Of(notebook)] : []
                );
            }
            finally
            {
                places.Release();
            }
        }
    }
}
