using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace MetaNotebooks.Jupyter.Evaluation;

/// <summary>A value in all the forms that a client can choose from.</summary>
internal static partial class MimeBundle
{
    private const string Html = "text/html";
    private const string PlainText = "text/plain";
    private const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The forms preferred for a value's type.</summary>
    public static JsonObject Of(object? value) =>
        Of(
            value,
            value switch
            {
                FormattedValue formatted => [formatted],
                IEnumerable<FormattedValue> several => several,
                _ => FormattedValue.CreateManyFromObject(value),
            }
        );

    /// <summary>The forms given; a chart also as its figure, and everything as plain text.</summary>
    public static JsonObject Of(object? value, IEnumerable<FormattedValue> formatted)
    {
        var bundle = new JsonObject();
        foreach (var form in formatted)
            bundle[form.MimeType] = form.MimeType.EndsWith("json") ? Parse(form.Value) : form.Value;
        if (
            (string?)(bundle[Html] as JsonValue) is { } html
            && Figure().Match(html) is { Success: true } figure
        )
            if (Parse(figure.Groups["json"].Value) is JsonObject json)
                bundle[Plotly] = json;
        // The protocol wants a plain text always; of what is drawn, its type's name says enough.
        bundle[PlainText] ??= Plain(value);
        return bundle;
    }

    private static string Plain(object? value) =>
        value is IConvertible
            ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
            : value?.GetType().Name ?? "";

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    // How the kit's charts end: a script that is called with a key and the figure.
    [GeneratedRegex(@"data-chart=[\s\S]*\}\)\(""[0-9a-f]+"",\s*(?<json>\{[\s\S]*\})\);\s*</script>")]
    private static partial Regex Figure();
}
