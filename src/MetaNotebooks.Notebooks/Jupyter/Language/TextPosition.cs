namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>A place in a cell: clients count characters, the compiler lines and UTF-16 units.</summary>
internal readonly record struct TextPosition(int Line, int Column, string LineText, int LineStart)
{
    /// <summary>The place after so many Unicode characters.</summary>
    public static TextPosition At(string text, int characters)
    {
        var index = 0;
        for (var i = 0; i < characters && index < text.Length; i++)
            index += index + 1 < text.Length && char.IsSurrogatePair(text, index) ? 2 : 1;
        var start = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        var end = text.IndexOf('\n', index) is >= 0 and var found ? found : text.Length;
        return new TextPosition(
            text.Take(start).Count(c => c == '\n') + 1,
            index - start,
            text[start..end],
            start
        );
    }

    /// <summary>The number of Unicode characters before an index.</summary>
    public static int Characters(string text, int index) =>
        text.Take(index).Count(c => !char.IsLowSurrogate(c));
}
