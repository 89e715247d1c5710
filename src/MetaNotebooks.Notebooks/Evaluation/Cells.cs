namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>What a process needs that evaluates cells.</summary>
internal static class Cells
{
    /// <summary>What cells are to run in, once for the process.</summary>
    /// <param name="tell">Is told of errors on other threads than the cells' own.</param>
    /// <param name="isOurs">Whether such an error is the host's, not a cell's.</param>
    public static Interruptible Prepare(Action<CellError> tell, Predicate<Exception> isOurs)
    {
        var running = new Interruptible();
        UncaughtErrors.GiveTo(running.Fail);
        BackgroundErrors.GiveTo(tell, isOurs);
        TensorMemory.Watch();
        return running;
    }

    /// <summary>What is told of an error on another thread, in the cells' error output.</summary>
    public static string OnAnotherThread(CellError error) =>
        $"An error on another thread than the cell's: {string.Join('\n', error.Details)}\n";
}
