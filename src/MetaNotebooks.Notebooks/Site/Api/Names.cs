using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Names as a user writes them: an F# library's own, where the compiler had to write others.</summary>
internal static class Names
{
    /// <summary>The name of a type, after those it lies in, or of a member; without type parameters.</summary>
    public static string Of(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol { ContainingType: { } outer } type => $"{Of(outer)}.{Own(type)}",
            IMethodSymbol { MethodKind: MethodKind.Constructor } => "new",
            IPropertySymbol { IsIndexer: true } => "Item",
            _ => Own(symbol),
        };

    private const string Static = ".Static";

    /// <summary>Whether a function of a module is a member that F# adds to a type: "Draw.lines", in .NET's terms.</summary>
    public static bool IsExtension(ISymbol symbol) =>
        symbol
            is IMethodSymbol { MethodKind: MethodKind.Ordinary, ExplicitInterfaceImplementations: [] } method
        && method.Name.Contains('.')
        && IsModule(method.ContainingType);

    /// <summary>Whether a library was written in F#.</summary>
    public static bool IsFSharp(ISymbol symbol) =>
        symbol.ContainingAssembly.GetAttributes().Any(one => Is(one, "FSharpInterfaceDataVersionAttribute"));

    /// <summary>Whether a type is a module of F#.</summary>
    public static bool IsModule(INamedTypeSymbol type) => ((Construct(type) ?? 0) & 31) == 7;

    /// <summary>What kind of thing of F# the compiler says that it made this of, or null.</summary>
    public static int? Construct(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(one => Is(one, "CompilationMappingAttribute"))
            is { ConstructorArguments: [{ Value: int kind }, ..] }
            ? kind
            : null;

    /// <summary>Whether an attribute has a name.</summary>
    public static bool Is(AttributeData attribute, string name) => attribute.AttributeClass?.Name == name;

    private static string Own(ISymbol symbol)
    {
        var source = symbol.GetAttributes().FirstOrDefault(one => Is(one, "CompilationSourceNameAttribute"));
        if (source is { ConstructorArguments: [{ Value: string name }] })
            return name;
        if (IsExtension(symbol))
            return symbol.Name.EndsWith(Static, StringComparison.Ordinal)
                ? symbol.Name[..^Static.Length]
                : symbol.Name;
        // A module that shares its name with a type.
        return symbol is INamedTypeSymbol type && IsModule(type) && HasSuffix(type)
            ? type.Name[..^"Module".Length]
            : symbol.Name;
    }

    // Said of the module, or to be seen from the type beside it.
    private static bool HasSuffix(INamedTypeSymbol type)
    {
        if (!type.Name.EndsWith("Module", StringComparison.Ordinal))
            return false;
        var beside = (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace;
        return beside.GetTypeMembers(type.Name[..^"Module".Length]).Length > 0
            || type.GetAttributes()
                .Any(one =>
                    Is(one, "CompilationRepresentationAttribute")
                    && one.ConstructorArguments is [{ Value: int flags }]
                    && (flags & 4) != 0
                );
    }
}
