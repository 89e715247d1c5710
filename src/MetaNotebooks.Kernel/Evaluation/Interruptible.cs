using System.Runtime;

namespace MetaNotebooks.Jupyter.Evaluation;

/// <summary>Runs code that can be stopped from another thread wherever it is managed.</summary>
internal sealed class Interruptible
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _running;

    /// <summary>Runs an action to its end; false when it was interrupted.</summary>
    public bool Run(Action<CancellationToken> action)
    {
        using var source = new CancellationTokenSource();
        lock (_lock)
            _running = source;
        try
        {
            // .NET has no other way to stop code that does not ask; a kernel's user wants just that.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => action(source.Token), source.Token);
#pragma warning restore SYSLIB0046
            return true;
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            lock (_lock)
                _running = null;
        }
    }

    /// <summary>Stops what runs, if anything does; at once in managed code, else when native code returns.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? running;
        lock (_lock)
            running = _running;
        // Cancelling waits for the thread to stop, which native code can delay.
        _ = Task.Run(() =>
        {
            try
            {
                running?.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended by itself just now.
            }
        });
    }
}
