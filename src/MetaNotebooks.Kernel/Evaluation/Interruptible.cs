using System.Runtime;

namespace MetaNotebooks.Jupyter.Evaluation;

/// <summary>Runs code that can be stopped from another thread wherever it is managed, or waits in a managed way.</summary>
internal sealed class Interruptible
{
    private readonly Lock _lock = new();
    private Running? _running;

    /// <summary>Runs an action to its end; false when it was interrupted.</summary>
    public bool Run(Action<CancellationToken> action)
    {
        using var source = new CancellationTokenSource();
        var running = new Running(Thread.CurrentThread, source);
        lock (_lock)
            _running = running;
        try
        {
            // .NET has no other way to stop code that does not ask; a kernel's user wants just that.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => action(source.Token), source.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception bad) when (bad is OperationCanceledException or ThreadInterruptedException)
        {
            if (!running.Stopped)
                throw;
        }
        finally
        {
            End(running);
        }
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
            // Ends a wait. Under the lock, so that it cannot reach what the thread does next.
            running.Thread.Interrupt();
        }
        // Cancelling waits for the thread to stop, which native code can delay.
        _ = Task.Run(() =>
        {
            try
            {
                running.Source.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended by itself just now.
            }
        });
    }

    // From here on nothing stops the thread, and an interrupt that it has not noticed yet is used up.
    private void End(Running running)
    {
        while (_running is not null)
        {
            try
            {
                lock (_lock)
                    _running = null;
            }
            catch (ThreadInterruptedException)
            {
                // Once more: the lock was not taken.
            }
        }
        if (!running.Stopped)
            return;
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
            // That was it.
        }
    }

    private sealed class Running(Thread thread, CancellationTokenSource source)
    {
        public Thread Thread => thread;

        public CancellationTokenSource Source => source;

        public volatile bool Stopped;
    }
}
