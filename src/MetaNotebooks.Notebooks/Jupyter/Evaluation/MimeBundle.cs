using System.Globalization;
using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>A value in all the forms that a client can choose from.</summary>
internal static class MimeBundle
{
    /// <summary>The forms preferred for a value's type.</summary>
    public static JsonObject Of(object? value) => Of(value, Forms.Of(value));

    /// <summary>The forms given; a chart also as its figure, and everything as plain text.</summary>
    public static JsonObject Of(object? value, IEnumerable<FormattedValue> formatted)
    {
        var bundle = new JsonObject();
        foreach (var form in Forms.Checked(formatted))
            bundle[form.MimeType] = form.MimeType.EndsWith("json")
                ? Json.ParseOrKeep(form.Value)
                : form.Value;
        Charts.Complete(bundle);
        // The protocol wants a plain text always; of what has no words, its type's name says enough.
        bundle[PlainText.MimeType] ??= PlainText.OfHtml(bundle) ?? Plain(value);
        return bundle;
    }

    private static string Plain(object? value) =>
        value is IConvertible
            ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
            : value?.GetType().Name ?? "";
}
