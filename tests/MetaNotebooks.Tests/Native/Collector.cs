namespace MetaNotebooks.Tests;

/// <summary>A thread that collects garbage and waits for what is finalised, as many times as it is asked to.</summary>
internal sealed class Collector : IDisposable
{
    private readonly Thread thread;
    private readonly SemaphoreSlim asked = new(0);
    private volatile bool ended;

    public Collector()
    {
        thread = new(Collect) { IsBackground = true, Name = "collector" };
        thread.Start();
    }

    /// <summary>Has it collect that many times more, without pause; does not wait for it.</summary>
    public void Ask(int times) => asked.Release(times);

    /// <summary>Ends the thread, whatever it was asked.</summary>
    public void Dispose()
    {
        ended = true;
        asked.Release();
        thread.Join();
        asked.Dispose();
    }

    private void Collect()
    {
        while (true)
        {
            asked.Wait();
            if (ended)
                return;
            // The youngest: what was made for one call and is garbage when it has begun. Of all, it would be rarer.
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
        }
    }
}
