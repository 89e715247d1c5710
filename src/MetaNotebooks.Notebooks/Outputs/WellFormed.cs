using System.Globalization;
using System.Text;

namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>Texts without halves of surrogate pairs, which UTF-8 has not; U+FFFD stands for each.</summary>
internal static class WellFormed
{
    // The length of \uXXXX.
    private const int Escape = 6;

    /// <summary>The text, made well-formed.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);
        return whole.ToString();
    }

    /// <summary>The text of JSON, made well-formed where it writes characters as <c>\uD800</c> too.</summary>
    public static string Json(string json)
    {
        var text = Text(json);
        if (!text.Contains(@"\uD", StringComparison.OrdinalIgnoreCase))
            return text;
        var letters = text.ToCharArray();
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\\', at))
        {
            var half = Escaped(text, at);
            if (char.IsHighSurrogate(half) && char.IsLowSurrogate(Escaped(text, at + Escape)))
                at += 2 * Escape;
            else if (char.IsSurrogate(half))
            {
                "FFFD".CopyTo(0, letters, at + 2, 4);
                at += Escape;
            }
            else
                // The escape and what it is of, which may be a backslash.
                at += 2;
        }
        return new string(letters);
    }

    // The character that is written as \uXXXX there, or a zero.
    private static char Escaped(string text, int at) =>
        at + Escape <= text.Length
        && text.AsSpan(at, 2) is @"\u"
        && ushort.TryParse(
            text.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code
        )
            ? (char)code
            : '\0';
}
