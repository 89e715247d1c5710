using System.Text;
using FSharp.Compiler.Tokenization;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Site.Api;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Marks the parts of F# code that a reader tells apart by colour, as its compiler does.</summary>
internal static class FSharpHighlighter
{
    /// <summary>The code as HTML, all of its text escaped.</summary>
    /// <param name="code">The code.</param>
    /// <param name="links">Leads names in it to where they are explained.</param>
    public static string ToHtml(string code, CodeLinks? links = null)
    {
        var html = new StringBuilder();
        var (kinds, identifiers) = Kinds(code);
        var start = 0;
        foreach (var link in links?.Find(code, identifiers) ?? [])
        {
            Append(start, link.Start);
            html.Append($"<a href=\"{Html.Escape(link.Href)}\">");
            Append(link.Start, link.End);
            html.Append("</a>");
            start = link.End;
        }
        Append(start, code.Length);
        return html.ToString();

        void Append(int from, int to)
        {
            for (int end; from < to; from = end)
            {
                end = from + 1;
                while (end < to && kinds[end] == kinds[from])
                    end++;
                var text = Html.Escape(code[from..end]);
                html.Append(kinds[from] == default ? text : $"<span class=\"{kinds[from]}\">{text}</span>");
            }
        }
    }

    // Of each character, since the compiler passes over what it cannot read, and a page must show that too.
    private static (char[] Kinds, List<Identifier> Identifiers) Kinds(string code)
    {
        var kinds = new char[code.Length];
        var identifiers = new List<Identifier>();
        var tokenizer = FSharpLines.Tokenizer();
        var state = FSharpTokenizerLexState.Initial;
        var start = 0;
        foreach (var line in code.Split('\n'))
        {
            var tokens = tokenizer.CreateLineTokenizer(line);
            while (true)
            {
                var (token, next) = tokens.ScanToken(state);
                state = next;
                if (token is null)
                    break;
                var color = token.Value.ColorClass;
                var text = line[token.Value.LeftColumn..(token.Value.RightColumn + 1)];
                // To the compiler, "0.." of "0..9" is one token.
                var length = text.EndsWith("..", StringComparison.Ordinal) ? text.Length - 2 : text.Length;
                kinds.AsSpan(start + token.Value.LeftColumn, length).Fill(Kind(color, text));
                if (color is FSharpTokenColorKind.Identifier or FSharpTokenColorKind.UpperIdentifier)
                    identifiers.Add(new Identifier(start + token.Value.LeftColumn, text));
            }
            start += line.Length + 1;
        }
        return (kinds, identifiers);
    }

    // The class that the pages' style colours, if any.
    private static char Kind(FSharpTokenColorKind kind, string text) =>
        kind switch
        {
            FSharpTokenColorKind.Comment => 'c',
            FSharpTokenColorKind.String => 's',
            FSharpTokenColorKind.Number => 'n',
            FSharpTokenColorKind.PreprocessorKeyword => 'k',
            // "->" is one to the compiler.
            FSharpTokenColorKind.Keyword when char.IsLetter(text[0]) => 'k',
            FSharpTokenColorKind.UpperIdentifier => 't',
            _ => default,
        };
}
