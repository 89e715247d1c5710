using System.Text;

namespace MetaNotebooks.Runner.Evaluation;

/// <summary>Stands for the console's output or error, and sends what is written there as events.</summary>
/// <remarks>
/// What is written piece by piece, such as by F#'s <c>printf</c>, is sent by the line; what is left over is sent
/// before anything else happens, so that text and displays keep their order.
/// </remarks>
internal sealed class StreamCapture(string name, EventWriter events) : TextWriter
{
    private readonly StringBuilder _pending = new();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Add(value.ToString());

    /// <inheritdoc/>
    public override void Write(string? value) => Add(value ?? "");

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Add(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Add(value + "\n");

    /// <inheritdoc/>
    public override void WriteLine() => Add("\n");

    /// <inheritdoc/>
    public override void Flush()
    {
        lock (_pending)
        {
            if (_pending.Length == 0)
                return;
            events.Send(new StreamWritten(name, _pending.ToString()));
            _pending.Clear();
        }
    }

    private void Add(string text)
    {
        lock (_pending)
        {
            _pending.Append(text);
            if (text.EndsWith('\n'))
                Flush();
        }
    }
}
