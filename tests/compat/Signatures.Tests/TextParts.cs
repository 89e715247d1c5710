namespace Signatures.Tests;

internal static class TextParts
{
    /// <summary>Splits at commas that stand in no bracket.</summary>
    public static IEnumerable<string> SplitTop(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            // The > of an arrow closes nothing.
            if (text[i] is '(' or '<' or '[')
                depth++;
            else if (text[i] is ')' or ']' || (text[i] == '>' && text[i - 1] is not ('-' or ':')))
                depth--;
            else if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }
        if (text[start..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    /// <summary>The index of the bracket that closes the one at <paramref name="open"/>.</summary>
    public static int Closing(string text, int open)
    {
        var (opening, closing) = (text[open], text[open] == '(' ? ')' : ']');
        for (var (i, depth) = (open, 0); i < text.Length; i++)
        {
            if (text[i] == opening)
                depth++;
            else if (text[i] == closing && --depth == 0)
                return i;
        }
        throw new FormatException($"'{opening}' at {open} is not closed: {text}");
    }
}
