using System.Text.Json;
using MetaNotebooks.Notebooks.Outputs;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What an F# cell may use of .NET Interactive's kernel, under the names and types it has there, so that a
/// notebook runs in both. The member names follow the original, not this project's style.
/// </summary>
public static class Kernel
{
    private static Action<DisplayedValue> _show = _ => { };

    /// <summary>Displays a value in the MIME types given, or in those preferred for its type.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        Show(new DisplayedValue(value, Forms.Of(value, mimeTypes)));

    /// <summary>Marks a text as HTML, so that it is shown as such.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Applies a style sheet to the page.</summary>
    public static void CSS(string content) =>
        Javascript(
            $$"""
            (function () {
              const style = document.createElement('style');
              style.appendChild(document.createTextNode({{JsonSerializer.Serialize(content)}}));
              document.head.appendChild(style);
            })();
            """
        );

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string scriptContent) =>
        display(HTML($"<script type=\"text/javascript\">{scriptContent}</script>"), HtmlFormatter.MimeType);

    /// <summary>Says where displays go: to the notebook being run. Before, they go nowhere.</summary>
    internal static void ShowWith(Action<DisplayedValue> show)
    {
        ValueFormatter.Register();
        _show = show;
        // The package's own Display and Update tell of themselves so.
        Formatter.SubscribeToDisplayedValues(show);
    }

    // Not by the package's Display, which shows one value under one name and returns another under another, so
    // that an update does not find its place.
    private static DisplayedValue Show(DisplayedValue displayed)
    {
        _show(displayed);
        return displayed;
    }
}
