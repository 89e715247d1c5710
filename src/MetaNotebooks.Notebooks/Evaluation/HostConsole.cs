namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>The console as cells find it.</summary>
internal sealed class HostConsole(TextWriter output, TextWriter error, TextReader input)
{
    /// <summary>Gives the console back to the host, whatever a cell before has put in its place.</summary>
    public void Take()
    {
        Console.SetOut(output);
        Console.SetError(error);
        Console.SetIn(input);
    }
}
