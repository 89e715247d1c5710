namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>One representation of a value: a MIME type and its text.</summary>
public class FormattedValue
{
    /// <summary>Pairs a MIME type with the text in it.</summary>
    public FormattedValue(string mimeType, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        MimeType = mimeType;
        Value = value;
    }

    /// <summary>The MIME type, such as <c>text/html</c>.</summary>
    public string MimeType { get; }

    /// <summary>The text in that MIME type.</summary>
    public string Value { get; }

    /// <summary>Formats a value in the first of the MIME types preferred for its type, or in the one given.</summary>
    public static FormattedValue CreateSingleFromObject(object? value, string? mimeType = null)
    {
        mimeType ??= PreferredFor(value)[0];
        return new FormattedValue(mimeType, value.ToDisplayString(mimeType));
    }

    /// <summary>Formats a value in each MIME type given, or in all those preferred for its type.</summary>
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(
        object? value,
        params string[]? mimeTypes
    )
    {
        var types = mimeTypes is { Length: > 0 } ? mimeTypes : PreferredFor(value);
        return Array.ConvertAll(types, type => new FormattedValue(type, value.ToDisplayString(type)));
    }

    private static string[] PreferredFor(object? value) =>
        [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())];
}
