using Microsoft.DotNet.Interactive.Formatting;

namespace MetaNotebooks.Notebooks.Outputs;

/// <summary>A value in the forms that it is shown in, each a text that can be sent and stored.</summary>
internal static class Forms
{
    /// <summary>The forms asked for, or those preferred for the value's type.</summary>
    /// <exception cref="OutputException">It cannot be shown within <see cref="OutputLimits"/>.</exception>
    public static IReadOnlyList<FormattedValue> Of(object? value, params IReadOnlyList<string> mimeTypes) =>
        value switch
        {
            FormattedValue formatted => Checked([formatted]),
            IEnumerable<FormattedValue> several => Checked(several),
            _ => Checked(
                (
                    mimeTypes.Count > 0
                        ? mimeTypes
                        : [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())]
                ).Select(form => new FormattedValue(
                    form,
                    LimitedWriter.Text(context => value.FormatTo(context, form))
                ))
            ),
        };

    /// <summary>The same forms, where each is one that can be shown.</summary>
    /// <exception cref="OutputException">They are longer than <see cref="OutputLimits"/> allow.</exception>
    public static IReadOnlyList<FormattedValue> Checked(IEnumerable<FormattedValue> forms)
    {
        var whole = forms
            .Select(form => new FormattedValue(form.MimeType, WellFormed.Text(Lines(form.Value ?? ""))))
            .ToArray();
        OutputLimits.Check(whole.Sum(form => (long)form.Value.Length), "the output");
        return whole;
    }

    // Formatters end lines as their system does; the same value gives the same text on all.
    private static string Lines(string text) =>
        OperatingSystem.IsWindows() ? text.Replace("\r\n", "\n") : text;
}
