using System.Diagnostics;
using System.Globalization;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Ends a notebook's process, and those it started, when it goes beyond its limits.</summary>
internal sealed class ProcessWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // What a process wrote before it ended is here by then.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly NotebookLimits _limits;
    private readonly Stopwatch _notebook = Stopwatch.StartNew();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer _timer;
    private volatile bool _started;
    private volatile Stopwatch? _cell;
    private CellError? _reason;

    /// <summary>Begins to watch.</summary>
    public ProcessWatch(Process process, NotebookLimits limits)
    {
        (_process, _limits) = (process, limits);
        process.Exited += (_, _) => _exited.TrySetResult();
        process.EnableRaisingEvents = true;
        Exited = _exited.Task;
        Gone = WaitUntilGone();
        _timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>Ends with the process, whatever still holds its pipes open.</summary>
    public Task Exited { get; }

    /// <summary>Ends some time after the process, when its last words are here.</summary>
    public Task Gone { get; }

    /// <summary>Why it was ended, or null.</summary>
    public CellError? Reason => _reason;

    /// <summary>Takes note of what happens in the process.</summary>
    public void Note(CellEvent happened)
    {
        if (happened is CellStarted)
            (_started, _cell) = (true, Stopwatch.StartNew());
        else if (happened is CellFinished or CellFailed)
            _cell = null;
    }

    /// <summary>Ends the process for a reason, unless it was ended for another.</summary>
    public void Kill(string name, string message)
    {
        if (Interlocked.CompareExchange(ref _reason, new CellError(name, message, [message]), null) is null)
            ProcessTree.End(_process);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private async Task WaitUntilGone()
    {
        await _exited.Task;
        await Task.Delay(Grace);
    }

    /// <summary>Whether a limit is passed; the watch asks by itself.</summary>
    public void Look()
    {
        try
        {
            if (_cell is { } cell && cell.Elapsed > _limits.Cell)
                Kill("Time limit", $"the cell ran for more than {Seconds(_limits.Cell)} s (--cell-timeout)");
            else if (!_started && _notebook.Elapsed > _limits.Start)
                Kill("Time limit", $"no cell was begun within {Seconds(_limits.Start)} s of the start");
            else if (_limits.Notebook is { } most && _notebook.Elapsed > most)
                Kill("Time limit", $"the notebook ran for more than {Seconds(most)} s (--timeout)");
            _process.Refresh();
            if (!_process.HasExited && _process.WorkingSet64 > _limits.Megabytes * 1_000_000L)
                Kill(
                    "Memory limit",
                    $"the notebook's process took more than {_limits.Megabytes} MB of memory (--memory)"
                );
        }
        catch (Exception)
        {
            // It ended while it was looked at, or the system would not tell; the next look comes soon. What a
            // timer throws would end the runner.
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
