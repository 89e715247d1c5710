using System.Text;

namespace MetaNotebooks.Notebooks.Evaluation;

/// <summary>Stands for the console's output or error, and sends what is written there as events.</summary>
internal sealed class StreamCapture(string name, EventWriter events) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => events.Write(name, value.ToString());

    /// <inheritdoc/>
    public override void Write(string? value) => events.Write(name, value ?? "");

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) =>
        events.Write(name, new string(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => events.Write(name, value + "\n");

    /// <inheritdoc/>
    public override void WriteLine() => events.Write(name, "\n");

    /// <inheritdoc/>
    public override void Flush() => events.Flush();
}
