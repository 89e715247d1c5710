using System.Text;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Runner.Site;

/// <summary>Marks the parts of F# code that a reader tells apart by colour.</summary>
internal static partial class FSharpHighlighter
{
    private const string Keywords =
        "abstract and as assert base begin class default delegate do done downcast downto elif else end exception "
        + "extern false finally fixed for fun function global if in inherit inline interface internal lazy let "
        + "match member module mutable namespace new not null of open or override private public rec return "
        + "select static struct task then to true try type upcast use val void when while with yield async";

    private static readonly HashSet<string> KeywordSet = [.. Keywords.Split(' ')];

    /// <summary>The code as HTML, all of its text escaped.</summary>
    public static string ToHtml(string code)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (Match token in Token().Matches(code))
        {
            html.Append(Html.Escape(code[end..token.Index]));
            html.Append(Mark(token));
            end = token.Index + token.Length;
        }
        return html.Append(Html.Escape(code[end..])).ToString();
    }

    private static string Mark(Match token)
    {
        var text = Html.Escape(token.Value);
        var kind =
            token.Groups["comment"].Success ? "c"
            : token.Groups["string"].Success ? "s"
            : token.Groups["number"].Success ? "n"
            : token.Groups["directive"].Success || IsKeyword(token.Value) ? "k"
            : char.IsUpper(token.Value[0]) ? "t"
            : null;
        return kind is null ? text : $"<span class=\"{kind}\">{text}</span>";
    }

    private static bool IsKeyword(string word) => KeywordSet.Contains(word.TrimEnd('!'));

    [GeneratedRegex(
        """
            (?<comment> //[^\n]* | \(\*(?!\)) .*? \*\) )
            | (?<string> \$*"{3}.*?"{3} | (?:@\$?|\$@)"(?:[^"]|"")*" | \$?"(?:\\.|[^"\\])*" | '(?:\\.[^']*|[^'\\])' )
            | (?<directive> ^\s*\#[a-z]+ )
            | (?<number> (?<!\w) (?:0[xob][\da-fA-F_]+ | \d[\d_]*(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?) [a-zA-Z]{0,2} )
            | (?<word> ``[^`]+`` | [\p{L}_][\w']*!? )
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Token();
}
