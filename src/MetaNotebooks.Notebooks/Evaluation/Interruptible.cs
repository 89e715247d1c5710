using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>
/// Runs code that can be stopped from another thread wherever it is managed, or waits in a managed way.
/// </summary>
/// <remarks>
/// What runs shares one thread, whose own values last from cell to cell (such as whether torch keeps
/// gradients). There is another one only after an interrupt, because .NET stops each thread once, and after a
/// failure of native code, from which no thread comes back.
/// </remarks>
internal sealed class Interruptible
{
    private readonly Lock _lock = new();
    private CellThread? _thread;
    private Running? _running;

    /// <summary>Runs an action to its end; false when it was interrupted.</summary>
    /// <exception cref="ExternalException">Native code failed, on whichever thread.</exception>
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
        if (running.Stopped || running.NativeFailure is not null)
        {
            thread.End();
            _thread = null;
        }
        if (running.NativeFailure is not null)
            throw running.NativeFailure;
        if (!running.Stopped && failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return !running.Stopped;
    }

    /// <summary>
    /// Stops what runs, if anything does; at once in managed code, else when native code returns.
    /// </summary>
    public void Interrupt()
    {
        lock (_lock)
            if (_running is { } running)
                Stop(running);
    }

    /// <summary>
    /// Ends what runs with a failure of native code on the calling thread, which never goes on.
    /// </summary>
    public void Fail(ExternalException failure)
    {
        lock (_lock)
        {
            if (_running is not { } running)
                Console.Error.WriteLine(failure.Message);
            else
            {
                running.NativeFailure ??= failure;
                if (running.Thread.IsCurrent)
                    running.Thread.GiveUp();
                else
                    // It may wait for the thread that failed, and would for ever.
                    Stop(running);
            }
        }
    }

    private static void Stop(Running running)
    {
        running.Stopped = true;
        // Ends a wait.
        running.Thread.Interrupt();
        // Cancelling waits for the thread to stop, which native code can delay.
        _ = Task.Run(running.Source.Cancel);
    }

    private sealed class Running(CellThread thread)
    {
        public CellThread Thread => thread;

        public CancellationTokenSource Source { get; } = new();

        public volatile bool Stopped;

        public volatile ExternalException? NativeFailure;
    }
}
