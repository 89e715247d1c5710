namespace MetaNotebooks.Notebooks.Site;

/// <summary>The libraries that a page draws with.</summary>
[Flags]
internal enum Needs
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>KaTeX.</summary>
    Math = 1,

    /// <summary>mermaid.</summary>
    Diagram = 2,

    /// <summary>plotly.js.</summary>
    Chart = 4,

    /// <summary>The script and the style of the page "MAML live".</summary>
    Live = 8,
}

/// <summary>The frame of every page.</summary>
internal static class Layout
{
    /// <summary>What the site's pages begin to say of what made them; earlier versions added a program's name.</summary>
    public const string Generator = "<meta name=\"generator\" content=\"MetaNotebooks";

    /// <summary>A whole document that loads what it needs from beside it.</summary>
    public static string Document(string title, string body, Needs needs)
    {
        var head = "";
        var scripts = "";
        if (needs.HasFlag(Needs.Math))
        {
            head += "\n<link rel=\"stylesheet\" href=\"assets/katex.min.css\">";
            scripts += "\n<script src=\"assets/katex.min.js\"></script>";
        }
        if (needs.HasFlag(Needs.Diagram))
            scripts += "\n<script src=\"assets/mermaid.tiny.js\"></script>";
        if (needs.HasFlag(Needs.Live))
        {
            head += "\n<link rel=\"stylesheet\" href=\"assets/live.css\">";
            scripts += "\n<script src=\"assets/live.js\"></script>";
        }
        // A chart's own script, in the body, expects plotly.js to be there.
        if (needs.HasFlag(Needs.Chart))
            head += "\n<script src=\"assets/plotly.min.js\"></script>";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {Generator}">
            <title>{Html.Escape(title)}</title>
            <link rel="icon" href="data:,">
            <script src="assets/theme.js"></script>
            <link rel="stylesheet" href="assets/site.css">{head}
            </head>
            <body>
            {body}{scripts}
            <script src="assets/site.js"></script>
            </body>
            </html>

            """;
    }
}
