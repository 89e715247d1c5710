using System.Text;
using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>A piece of a signature.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">The class that the pages' style colours, as of code; if any.</param>
/// <param name="Symbol">What it names, if that may have documentation.</param>
/// <param name="Opens">Whether it is the parenthesis before parameters.</param>
internal readonly record struct SignaturePart(
    string Text,
    char Kind = default,
    ISymbol? Symbol = null,
    bool Opens = false
);

/// <summary>What a user of a type or member writes, and gets.</summary>
internal static class Signature
{
    private const int Width = 84;
    private const string Indent = "\n    ";

    /// <summary>In the language that the library was written in.</summary>
    public static IReadOnlyList<SignaturePart> Of(ISymbol symbol) =>
        Names.IsFSharp(symbol) ? FSharpSignature.Of(symbol) : CSharpSignature.Of(symbol);

    /// <summary>As HTML, each parameter on a line of its own where they do not fit one.</summary>
    /// <param name="parts">The signature.</param>
    /// <param name="link">Where the documentation of a symbol is, or null.</param>
    public static string ToHtml(IReadOnlyList<SignaturePart> parts, Func<ISymbol, string?> link)
    {
        var html = new StringBuilder();
        foreach (var part in parts.Sum(part => part.Text.Length) > Width ? Broken(parts) : parts)
        {
            var text = Html.Escape(part.Text);
            if (part.Symbol is { } symbol && link(symbol) is { } href)
                text = $"<a href=\"{Html.Escape(href)}\">{text}</a>";
            html.Append(part.Kind == default ? text : $"<span class=\"{part.Kind}\">{text}</span>");
        }
        return html.ToString();
    }

    private static IEnumerable<SignaturePart> Broken(IReadOnlyList<SignaturePart> parts)
    {
        // Within how many parentheses, from that before the parameters on, and how many of types' arguments.
        var (round, angle) = (0, 0);
        var follows = false;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            yield return follows && part.Text == " " ? new SignaturePart(Indent) : part;
            if (part.Opens && i + 1 < parts.Count && parts[i + 1].Text != ")")
                yield return new SignaturePart(Indent);
            var isInside = round > 0 || part.Opens;
            round +=
                !isInside ? 0
                : part.Text == "(" ? 1
                : part.Text == ")" ? -1
                : 0;
            angle +=
                part.Text == "<" ? 1
                : part.Text == ">" ? -1
                : 0;
            follows = part.Text == "," && round == 1 && angle == 0;
        }
    }
}
