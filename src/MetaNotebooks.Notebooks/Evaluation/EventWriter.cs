using System.Text;
using System.Text.Json;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Sends events to the parent process, one JSON line each, from whichever thread.</summary>
/// <remarks>
/// Text that comes piece by piece, such as from F#'s <c>printf</c>, is sent by the line; what is left of it is
/// sent before anything else, so that text, errors and displays keep their order.
/// </remarks>
internal sealed class EventWriter(Stream pipe)
{
    // Text without line ends is sent when there is this much of it.
    private const int Enough = 65_536;

    private readonly StreamWriter _lines = new(pipe) { AutoFlush = true, NewLine = "\n" };
    private readonly StringBuilder _pending = new();
    private string _pendingStream = "";

    /// <summary>Sends one event at once, so that nothing is lost when the process dies.</summary>
    public void Send(CellEvent happened)
    {
        lock (_lines)
        {
            Flush();
            WriteLine(happened);
        }
    }

    /// <summary>Takes text that was written to <c>stdout</c> or <c>stderr</c>.</summary>
    /// <exception cref="OutputException">It is longer than <see cref="OutputLimits"/> allow.</exception>
    public void Write(string stream, string text)
    {
        OutputLimits.Check(text.Length, "the printed text");
        lock (_lines)
        {
            if (stream != _pendingStream)
                Flush();
            _pendingStream = stream;
            _pending.Append(text);
            if (text.EndsWith('\n') || _pending.Length > Enough)
                Flush();
        }
    }

    /// <summary>Sends the text that has no line end yet.</summary>
    public void Flush()
    {
        lock (_lines)
        {
            if (_pending.Length == 0)
                return;
            WriteLine(new StreamWritten(_pendingStream, _pending.ToString()));
            _pending.Clear();
        }
    }

    private void WriteLine(CellEvent happened) =>
        _lines.WriteLine(JsonSerializer.Serialize(happened, CellJson.Default.CellEvent));
}
