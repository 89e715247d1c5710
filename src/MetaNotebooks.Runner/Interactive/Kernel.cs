using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What an F# cell may use of .NET Interactive's kernel, under the names and types it has there, so that a
/// notebook runs in both. The member names follow the original, not this project's style.
/// </summary>
public static class Kernel
{
    /// <summary>Where displays go: to the notebook being run, or nowhere outside a run.</summary>
    internal static Action<DisplayedValue> Display { get; set; } = _ => { };

    /// <summary>Displays a value in the MIME types given, or in those preferred for its type.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        value.Display(mimeTypes);

    /// <summary>Marks a text as HTML, so that it is shown as such.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Applies a style sheet to the page.</summary>
    public static void CSS(string content) =>
        Javascript(
            $$"""
            (function () {
              const style = document.createElement('style');
              style.appendChild(document.createTextNode(`{{content}}`));
              document.head.appendChild(style);
            })();
            """
        );

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string scriptContent) =>
        $"<script type=\"text/javascript\">{scriptContent}</script>".DisplayAs(HtmlFormatter.MimeType);

    internal static DisplayedValue Show(DisplayedValue displayed)
    {
        Display(displayed);
        return displayed;
    }
}
