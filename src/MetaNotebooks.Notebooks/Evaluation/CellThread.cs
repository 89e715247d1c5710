using System.Runtime;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>The thread that cells run on, one action at a time; another thread starts them and waits.</summary>
internal sealed class CellThread
{
    private const int StackSize = 64 << 20;
    private readonly SemaphoreSlim _given = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private readonly Thread _thread;
    private (Action Action, CancellationToken Cancel)? _next;
    private Exception? _failure;

    /// <summary>Starts the thread, with nothing to do yet.</summary>
    public CellThread()
    {
        _thread = new Thread(Serve, StackSize) { Name = "cell", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Begins an action, which the token stops.</summary>
    public void Start(Action action, CancellationToken cancel)
    {
        _next = (action, cancel);
        _given.Release();
    }

    /// <summary>Waits for the end of the action, and gives what it threw.</summary>
    public Exception? Wait()
    {
        _done.Wait();
        return _failure;
    }

    /// <summary>Whether the caller runs on this thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == _thread;

    /// <summary>Lets the side that waits go on; for an action that will never end.</summary>
    public void GiveUp() => _done.Release();

    /// <summary>Ends what waits on the thread.</summary>
    public void Interrupt() => _thread.Interrupt();

    /// <summary>Ends the thread, which has nothing to do any more.</summary>
    public void End()
    {
        _next = null;
        _given.Release();
    }

    private void Serve()
    {
        while (true)
        {
            Surely(_given.Wait);
            if (_next is not var (action, cancel))
                return;
            _failure = Run(action, cancel);
            Surely(() => _done.Release());
        }
    }

    private static Exception? Run(Action action, CancellationToken cancel)
    {
        try
        {
            // .NET has no other way to stop code that does not ask; a kernel's user wants just that.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(action, cancel);
#pragma warning restore SYSLIB0046
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    // An interrupt that comes too late for the action must not end the thread.
    private static void Surely(Action action)
    {
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // Once more.
            }
        }
    }
}
