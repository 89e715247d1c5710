using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.FSharp.FSharpKernelHelpers;

/// <summary>The functions that opening this namespace brings into an F# cell or script.</summary>
[Microsoft.FSharp.Core.AutoOpen]
public static class DisplayFunctions
{
    /// <summary>Displays a value in the MIME types preferred for its type.</summary>
    public static DisplayedValue display(object? value) => Kernel.display(value);

    /// <summary>Marks a text as HTML, so that it is shown as such.</summary>
    public static IHtmlContent HTML(string value) => Kernel.HTML(value);

    /// <summary>Applies a style sheet to the page.</summary>
    public static void CSS(string styles) => Kernel.CSS(styles);

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string content) => Kernel.Javascript(content);
}
