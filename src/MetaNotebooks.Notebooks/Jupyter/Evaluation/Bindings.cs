using System.Net;
using System.Text.Json.Nodes;
using static FSharp.Compiler.Interactive.Shell;

namespace MetaNotebooks.Notebooks.Jupyter.Evaluation;

/// <summary>The names that cells have bound.</summary>
internal static class Bindings
{
    /// <summary>A table of the names, their types and values.</summary>
    public static JsonObject Table(IEnumerable<FsiBoundValue> values)
    {
        var rows = values
            .Where(value => value.Name != "it")
            .OrderBy(value => value.Name, StringComparer.Ordinal)
            .Select(value => (string[])[value.Name, TypeName(value.Value.ReflectionType), Short(value.Value)])
            .ToArray();
        var html = rows.Select(row =>
            $"<tr>{string.Concat(row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr>"
        );
        return new JsonObject
        {
            ["text/html"] =
                "<table><thead><tr><th>name</th><th>type</th><th>value</th></tr></thead><tbody>"
                + $"{string.Concat(html)}</tbody></table>",
            ["text/plain"] = string.Join('\n', rows.Select(row => string.Join('\t', row))),
        };
    }

    private static string TypeName(Type type) =>
        type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
            : type.Name;

    private static string Short(FsiValue value)
    {
        const int Most = 60;
        string text;
        try
        {
            text = value.ReflectionValue?.ToString() ?? "null";
        }
        catch (Exception bad) when (bad is not ThreadAbortException)
        {
            text = bad.GetType().Name;
        }
        text = text.ReplaceLineEndings(" ");
        return text.Length > Most ? text[..Most] + "…" : text;
    }
}
