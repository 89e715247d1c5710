using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>An identifier of code.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Text">The identifier.</param>
internal readonly record struct Identifier(int Start, string Text)
{
    /// <summary>Where it has ended.</summary>
    public int End => Start + Text.Length;
}

/// <summary>
/// Finds the kit's names in the code of one notebook. Each is linked where it stands first in a cell: more links would
/// be in the way of those who move by keys.
/// </summary>
internal sealed partial class CodeLinks
{
    private readonly CodeNames _names;
    private readonly HashSet<string> _own;

    /// <summary>Learns which names the notebook gives to things of its own.</summary>
    /// <param name="names">The kit's names.</param>
    /// <param name="cells">The code of the notebook's cells.</param>
    public CodeLinks(CodeNames names, IEnumerable<string> cells)
    {
        _names = names;
        _own =
        [
            .. cells
                .SelectMany(cell => Binding().Matches(cell))
                .SelectMany(binding => Word().Matches(binding.Groups["names"].Value))
                .Select(word => word.Value)
                .Where(word => char.IsLower(word[0])),
        ];
    }

    /// <summary>The links of a cell, in the order in which they stand.</summary>
    /// <param name="code">The cell's code.</param>
    /// <param name="identifiers">The identifiers in it, in order.</param>
    public IReadOnlyList<CodeLink> Find(string code, IReadOnlyList<Identifier> identifiers)
    {
        var links = new List<CodeLink>();
        for (int i = 0, next; i < identifiers.Count; i = next)
        {
            next = i + 1;
            while (next < identifiers.Count && Follows(code, identifiers[next - 1], identifiers[next]))
                next++;
            var chain = identifiers.Skip(i).Take(next - i).ToArray();
            if (Before(code, chain[0].Start) != '.' && !IsNamedArgument(code, chain[^1].End))
                links.AddRange(InChain(chain));
        }
        return [.. links.DistinctBy(link => link.Href)];
    }

    // Of "Kit.Maml.Create": the first part that is a type, and the member behind it.
    private IEnumerable<CodeLink> InChain(Identifier[] chain)
    {
        if (_own.Contains(chain[0].Text))
            yield break;
        for (var i = 0; i < chain.Length; i++)
        {
            if (_names.Find(chain[i].Text) is not { } href)
                continue;
            // A small letter within a chain is a member of something else.
            if (i > 0 && char.IsLower(chain[i].Text[0]))
                yield break;
            yield return new CodeLink(chain[i].Start, chain[i].End, href);
            if (i + 1 < chain.Length && _names.Find($"{chain[i].Text}.{chain[i + 1].Text}") is { } member)
                yield return new CodeLink(chain[i + 1].Start, chain[i + 1].End, member);
            yield break;
        }
    }

    private static bool Follows(string code, Identifier one, Identifier other) =>
        other.Start == one.End + 1 && code[one.End] == '.';

    private static char Before(string code, int start) => start > 0 ? code[start - 1] : '\n';

    // "Seed = Seed 1" sets the property that has the type's name.
    private static bool IsNamedArgument(string code, int end)
    {
        while (end < code.Length && code[end] == ' ')
            end++;
        return end < code.Length && code[end] == '=' && (end + 1 == code.Length || code[end + 1] != '>');
    }

    [GeneratedRegex(
        @"\b(?:let|use|and)!?\s(?<names>[^=\n]*)=|\bfun\s(?<names>.*?)->|\bfor\s(?<names>.*?)\bin\b|\|(?<names>[^|\n]*?)->"
    )]
    private static partial Regex Binding();

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{Nd}_']*")]
    private static partial Regex Word();
}
