using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Jupyter.Language;

/// <summary>Whether a cell could run as it stands, or its user has more to write; judged by the text alone.</summary>
internal static partial class Completeness
{
    /// <summary><c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</summary>
    public static string Of(string cell)
    {
        var text = Ignored().Replace(cell, "0");
        var depth = 0;
        foreach (var letter in text)
        {
            depth +=
                "([{".Contains(letter) ? 1
                : ")]}".Contains(letter) ? -1
                : 0;
            if (depth < 0)
                return "invalid";
        }
        return depth > 0 || text.Contains("\"\"\"") || Open().IsMatch(text) ? "incomplete" : "complete";
    }

    [GeneratedRegex(
        "\"\"\"[\\s\\S]*?\"\"\"|\"(\\\\.|[^\"\\\\])*\"|\\(\\*[\\s\\S]*?\\*\\)|//[^\\n]*|'[^\\n]'"
    )]
    private static partial Regex Ignored();

    [GeneratedRegex(@"(=|->|\||,|\b(then|else|do|with|in|of|try|function|lazy))\s*$")]
    private static partial Regex Open();
}
