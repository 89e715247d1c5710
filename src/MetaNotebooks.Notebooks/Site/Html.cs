namespace MetaNotebooks.Notebooks.Site;

/// <summary>Text in HTML.</summary>
internal static class Html
{
    /// <summary>The text with every character of markup replaced, for content and for quoted attributes.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;")
            .Replace("\"", "&quot;")
            .Replace("'", "&#39;");
}
