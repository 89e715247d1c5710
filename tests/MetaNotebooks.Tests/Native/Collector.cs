using System.Diagnostics;

namespace MetaNotebooks.Tests;

/// <summary>A thread that collects garbage and waits for what is finalised, again and again.</summary>
internal sealed class Collector : IDisposable
{
    private readonly Thread thread;
    private volatile bool ended;

    public Collector()
    {
        thread = new(Collect) { IsBackground = true, Name = "collector" };
        thread.Start();
    }

    public void Dispose()
    {
        ended = true;
        thread.Join();
    }

    private void Collect()
    {
        var watch = new Stopwatch();
        while (!ended)
        {
            watch.Restart();
            // The youngest: what was made for one call and is garbage when it has begun. Of all, it would be rarer.
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
            // No pause, unless the machine has much else to do: then half of the time is the others'.
            Thread.Sleep(watch.Elapsed);
        }
    }
}
