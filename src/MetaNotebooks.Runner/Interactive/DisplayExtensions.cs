using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace System;

/// <summary>Displays a value from the middle of a cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Displays a value in the MIME types given, or in those preferred for its type.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        Kernel.Show(new DisplayedValue(value, FormattedValue.CreateManyFromObject(value, mimeTypes)));

    /// <summary>Displays a text that is already in the MIME type given.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Kernel.Show(new DisplayedValue(value, [new FormattedValue(mimeType, value)]));
}
