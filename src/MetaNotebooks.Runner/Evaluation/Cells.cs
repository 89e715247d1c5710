namespace MetaNotebooks.Runner.Evaluation;

/// <summary>What a process needs that evaluates cells.</summary>
internal static class Cells
{
    /// <summary>What cells are to run in, once for the process.</summary>
    public static Interruptible Prepare()
    {
        var running = new Interruptible();
        UncaughtErrors.GiveTo(running.Fail);
        TensorMemory.Watch();
        return running;
    }
}
