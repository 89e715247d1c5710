using System.Runtime.ExceptionServices;

namespace MetaNotebooks.Jupyter.Evaluation;

/// <summary>Runs code that can be stopped from another thread wherever it is managed, or waits in a managed way.</summary>
/// <remarks>
/// What runs shares one thread, whose own values last from cell to cell (such as whether torch keeps gradients);
/// only after an interrupt is there another one, because .NET stops each thread once.
/// </remarks>
internal sealed class Interruptible
{
    private readonly Lock _lock = new();
    private CellThread? _thread;
    private Running? _running;

    /// <summary>Runs an action to its end; false when it was interrupted.</summary>
    public bool Run(Action action)
    {
        var thread = _thread ??= new CellThread();
        var running = new Running(thread);
        lock (_lock)
            _running = running;
        thread.Start(action, running.Source.Token);
        var failure = thread.Wait();
        lock (_lock)
            _running = null;
        // From here on nobody stops it.
        if (running.Stopped)
        {
            thread.End();
            _thread = null;
        }
        else if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return !running.Stopped;
    }

    /// <summary>Stops what runs, if anything does; at once in managed code, else when native code returns.</summary>
    public void Interrupt()
    {
        Running? running;
        lock (_lock)
        {
            running = _running;
            if (running is null)
                return;
            running.Stopped = true;
            // Ends a wait.
            running.Thread.Interrupt();
        }
        // Cancelling waits for the thread to stop, which native code can delay.
        _ = Task.Run(running.Source.Cancel);
    }

    private sealed class Running(CellThread thread)
    {
        public CellThread Thread => thread;

        public CancellationTokenSource Source { get; } = new();

        public volatile bool Stopped;
    }
}
