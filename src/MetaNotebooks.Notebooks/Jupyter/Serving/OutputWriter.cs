using System.Text;

namespace MetaNotebooks.Notebooks.Jupyter.Serving;

/// <summary>Stands for the console's output or error.</summary>
internal sealed class OutputWriter(string name, Output output) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => output.Write(name, value.ToString());

    /// <inheritdoc/>
    public override void Write(string? value) => output.Write(name, value ?? "");

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) =>
        output.Write(name, new string(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => output.Write(name, value + "\n");

    /// <inheritdoc/>
    public override void WriteLine() => output.Write(name, "\n");

    /// <inheritdoc/>
    public override void Flush() => output.Flush();
}
