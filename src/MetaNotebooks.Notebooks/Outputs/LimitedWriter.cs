using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>Gathers the text of a value, and ends its writer when it grows too long or too deep.</summary>
/// <remarks>
/// The package's formatters go on into a sequence that holds itself until the stack is full, which ends the
/// process. At every depth they write something, so here the depth is seen.
/// </remarks>
internal sealed class LimitedWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private FormatContext? _context;

    private LimitedWriter()
        : base(CultureInfo.InvariantCulture) { }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.Unicode;

    /// <summary>The text that a formatter writes.</summary>
    /// <exception cref="OutputException">It is beyond <see cref="OutputLimits"/>.</exception>
    public static string Text(Action<FormatContext> format)
    {
        using var writer = new LimitedWriter();
        try
        {
            using var context = new FormatContext(writer);
            writer._context = context;
            format(context);
        }
        // The package calls some of its formatters by reflection.
        catch (TargetInvocationException wrapped) when (wrapped.GetBaseException() is OutputException refused)
        {
            throw refused;
        }
        return writer._text.ToString();
    }

    /// <inheritdoc/>
    public override void Write(char value)
    {
        Check(1);
        _text.Append(value);
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        Check(buffer.Length);
        _text.Append(buffer);
    }

    private void Check(int more)
    {
        OutputLimits.Check((long)_text.Length + more, "the output");
        if (_context!.Depth > OutputLimits.MostDepth)
            throw new OutputException(
                $"the value holds others more than {OutputLimits.MostDepth} deep, or holds itself: "
                    + "show a part of it, or a text that you make of it"
            );
    }
}
