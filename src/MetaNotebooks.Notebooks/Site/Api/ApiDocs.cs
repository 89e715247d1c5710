using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>What the authors of libraries say of their types and members, in the XML files beside them.</summary>
internal sealed class ApiDocs
{
    private static readonly XElement Nothing = new("member");
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit };

    private readonly Dictionary<string, XElement> _members = [];
    private readonly ILookup<string, XElement> _byName;

    /// <summary>Reads the files beside libraries; one that is broken says nothing.</summary>
    public ApiDocs(IEnumerable<string> libraries)
    {
        foreach (var library in libraries)
            Read(Path.ChangeExtension(library, ".xml"));
        _byName = _members.ToLookup(member => WithoutParameters(member.Key), member => member.Value);
    }

    /// <summary>What is said of a symbol: its own words, or those of what it implements or overrides.</summary>
    public XElement Of(ISymbol symbol)
    {
        var own = Own(symbol);
        return own is not null && own.Element("inheritdoc") is null
            ? own
            : Ancestors(symbol)
                .Select(Own)
                .OfType<XElement>()
                .FirstOrDefault(one => one.Element("inheritdoc") is null)
                ?? own
                ?? Nothing;
    }

    private void Read(string file)
    {
        try
        {
            using var reader = XmlReader.Create(file, Safe);
            foreach (var member in XDocument.Load(reader).Descendants("member"))
                if ((string?)member.Attribute("name") is { } name)
                    _members[name] = member;
        }
        catch (Exception bad) when (bad is XmlException or IOException)
        {
            // As if it were not there.
        }
    }

    private XElement? Own(ISymbol symbol)
    {
        var id = symbol.OriginalDefinition.GetDocumentationCommentId() ?? "";
        if (_members.TryGetValue(id, out var member))
            return member;
        // F# and C# write some parameters' types in different ways; a name that only one member has is enough.
        var named = _byName[WithoutParameters(id).Replace('#', '.')].Take(2).ToArray();
        return Names.IsFSharp(symbol) && named.Length == 1 ? named[0] : null;
    }

    private static string WithoutParameters(string id)
    {
        var name = id.Split('(')[0];
        var generic = name.IndexOf("``", StringComparison.Ordinal);
        return generic < 0 ? name : name[..generic];
    }

    private static IEnumerable<ISymbol> Ancestors(ISymbol symbol)
    {
        if (symbol is INamedTypeSymbol type)
            return (type.BaseType is { } parent ? [parent] : Array.Empty<ISymbol>()).Concat(
                type.AllInterfaces
            );
        var overridden = symbol switch
        {
            IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
        var implemented = symbol
            .ContainingType.AllInterfaces.SelectMany(one => one.GetMembers(symbol.Name))
            .Where(one =>
                SymbolEqualityComparer.Default.Equals(
                    symbol.ContainingType.FindImplementationForInterfaceMember(one),
                    symbol
                )
            );
        return (overridden is null ? [] : Ancestors(overridden).Prepend(overridden)).Concat(implemented);
    }
}
