using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>A name in code, and where it leads.</summary>
/// <param name="Start">Where the name begins.</param>
/// <param name="End">Where it has ended.</param>
/// <param name="Href">The link.</param>
internal readonly record struct CodeLink(int Start, int End, string Href);

/// <summary>Knows where the names of the kit's types and members are explained, as code writes them.</summary>
internal sealed class CodeNames
{
    private readonly Dictionary<string, string> _hrefs = [];

    /// <summary>Learns the names.</summary>
    public CodeNames(IEnumerable<ApiLibrary> libraries, Func<ISymbol, string> href)
    {
        foreach (var type in libraries.SelectMany(library => library.Types))
        {
            _hrefs.TryAdd(type.Name, href(type.Symbol));
            // What stands in a module that opens itself is called by its name alone.
            var isOpen =
                Api.Names.IsModule(type.Symbol)
                && type.Symbol.GetAttributes().Any(one => Api.Names.Is(one, "AutoOpenAttribute"));
            foreach (var member in type.Members.Where(member => member.Name != "new"))
            {
                _hrefs.TryAdd($"{type.Name}.{member.Name}", href(member.Symbol));
                if (isOpen)
                    _hrefs.TryAdd(member.Name, href(member.Symbol));
            }
        }
    }

    /// <summary>Where a name leads, or null: "Maml", or "Maml.Create".</summary>
    public string? Find(string name) => _hrefs.GetValueOrDefault(name);
}
