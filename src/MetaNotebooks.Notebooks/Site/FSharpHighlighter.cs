using System.Text;
using FSharp.Compiler.Tokenization;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Marks the parts of F# code that a reader tells apart by colour, as its compiler does.</summary>
internal static class FSharpHighlighter
{
    /// <summary>The code as HTML, all of its text escaped.</summary>
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        var kinds = Kinds(code);
        for (int start = 0, end; start < code.Length; start = end)
        {
            end = start + 1;
            while (end < code.Length && kinds[end] == kinds[start])
                end++;
            var text = Html.Escape(code[start..end]);
            html.Append(kinds[start] == default ? text : $"<span class=\"{kinds[start]}\">{text}</span>");
        }
        return html.ToString();
    }

    // Of each character, since the compiler passes over what it cannot read, and a page must show that too.
    private static char[] Kinds(string code)
    {
        var kinds = new char[code.Length];
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
                var text = line[token.Value.LeftColumn..(token.Value.RightColumn + 1)];
                // To the compiler, "0.." of "0..9" is one token.
                var length = text.EndsWith("..", StringComparison.Ordinal) ? text.Length - 2 : text.Length;
                kinds.AsSpan(start + token.Value.LeftColumn, length).Fill(Kind(token.Value.ColorClass, text));
            }
            start += line.Length + 1;
        }
        return kinds;
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
