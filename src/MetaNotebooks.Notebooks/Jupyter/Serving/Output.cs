using System.Text;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>
/// Gathers what cells print, and sends it up to fifty times a second, and before any other output, so that order is kept.
/// </summary>
/// <remarks>
/// An interrupt can stop a cell's thread between any two instructions, but in no finally block: what must not
/// be left half done stands in one.
/// </remarks>
internal sealed class Output
{
    private const int Enough = 16_384;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);
    private readonly Action<string, string> _send;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();
    private string _stream = "stdout";

    /// <summary>Sends the name of a stream and text.</summary>
    public Output(Action<string, string> send)
    {
        _send = send;
        _timer = new Timer(_ => Flush());
    }

    /// <summary>Takes text that was written to <c>stdout</c> or <c>stderr</c>.</summary>
    /// <exception cref="OutputException">It is longer than <see cref="OutputLimits"/> allow.</exception>
    public void Write(string stream, string text)
    {
        OutputLimits.Check(text.Length, "the printed text");
        try { }
        finally
        {
            lock (_lock)
            {
                if (stream != _stream)
                    Flush();
                _stream = stream;
                if (_pending.Length == 0)
                    _timer.Change(Delay, Timeout.InfiniteTimeSpan);
                _pending.Append(text);
                if (_pending.Length > Enough)
                    Flush();
            }
        }
    }

    /// <summary>Passes on what is left.</summary>
    public void Flush() => Then(() => { });

    /// <summary>Passes on what is left, then does something, nothing else in between.</summary>
    public void Then(Action action)
    {
        try { }
        finally
        {
            lock (_lock)
            {
                var text = _pending.ToString();
                _pending.Clear();
                if (text.Length > 0)
                    _send(_stream, text);
                action();
            }
        }
    }
}
