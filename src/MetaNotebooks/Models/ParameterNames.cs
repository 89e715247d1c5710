using System.Collections.Concurrent;

namespace MetaNotebooks;

/// <summary>The names of an ordered list, none twice, and its parts: "head" is all of "head.weight", "head.bias" and so on.</summary>
internal sealed class ParameterNames
{
    private readonly string[] all;
    private readonly ConcurrentDictionary<string, (ParameterNames Names, int[] Places)> parts = new();

    public ParameterNames(IEnumerable<string> names)
    {
        all = [.. names];
        foreach (var name in all)
            if (string.IsNullOrEmpty(name))
                throw new ArgumentException(
                    "A parameter's name is empty; expected one letter at least.",
                    nameof(names)
                );
        if (all.Distinct(StringComparer.Ordinal).Count() < all.Length)
            throw new ArgumentException(
                $"The parameters' names are {Listed}; expected none twice.",
                nameof(names)
            );
    }

    public static ParameterNames Empty { get; } = new([]);

    public IReadOnlyList<string> All => all;

    public string Listed => all.Length == 0 ? "none" : string.Join(", ", all.Select(name => $"'{name}'"));

    public bool Has(string name) => Array.IndexOf(all, name) >= 0;

    public int Place(string name) =>
        Array.IndexOf(all, name) is >= 0 and var place
            ? place
            : throw new ArgumentException(
                $"There is no parameter '{name}'; expected one of {Listed}.",
                nameof(name)
            );

    /// <summary>The names behind "part.", and where those lie that have them.</summary>
    public (ParameterNames Names, int[] Places) Part(string part) =>
        parts.GetOrAdd(
            part,
            _ =>
            {
                int[] places = [.. Enumerable.Range(0, all.Length).Where(i => IsIn(all[i], part))];
                return places.Length > 0
                    ? (new(places.Select(i => all[i][(part.Length + 1)..])), places)
                    : throw new ArgumentException(
                        $"There is no part '{part}'; expected one of the parameters {Listed}.",
                        nameof(part)
                    );
            }
        );

    /// <summary>Whether a parameter is one of a part's, or is itself what is named.</summary>
    public static bool IsOrIsIn(string name, string part) => name == part || IsIn(name, part);

    /// <summary>Whether a name is that of one of a part's parameters.</summary>
    public static bool IsIn(string name, string part) =>
        name.StartsWith(part, StringComparison.Ordinal)
        && name.Length > part.Length
        && name[part.Length] == '.';

    public bool Equals(ParameterNames other) =>
        ReferenceEquals(this, other) || all.AsSpan().SequenceEqual(other.all);

    /// <summary>The name of a parameter of a part, in the whole.</summary>
    public static string Within(string part, string name) => part.Length == 0 ? name : $"{part}.{name}";
}
