namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>Stands for the console's input: asks the user for each line.</summary>
internal sealed class InputReader(Func<string> ask) : TextReader
{
    private string _rest = "";

    /// <inheritdoc/>
    public override int Peek()
    {
        Fill();
        return _rest[0];
    }

    /// <inheritdoc/>
    public override int Read()
    {
        Fill();
        var next = _rest[0];
        _rest = _rest[1..];
        return next;
    }

    /// <inheritdoc/>
    public override string ReadLine()
    {
        Fill();
        var line = _rest.TrimEnd('\n');
        _rest = "";
        return line;
    }

    private void Fill()
    {
        if (_rest.Length == 0)
            _rest = ask() + "\n";
    }
}
