using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Types as F# writes them.</summary>
internal static class FSharpType
{
    private static readonly Dictionary<string, string> Short = new()
    {
        ["Double"] = "float",
        ["Single"] = "float32",
        ["Int32"] = "int",
        ["Int64"] = "int64",
        ["Byte"] = "byte",
        ["Boolean"] = "bool",
        ["Char"] = "char",
        ["String"] = "string",
        ["Object"] = "obj",
        ["Decimal"] = "decimal",
        ["Void"] = "unit",
        ["Unit"] = "unit",
    };

    /// <summary>A type where one is asked for.</summary>
    public static IEnumerable<SignaturePart> Of(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array =>
            [
                .. Closed(array.ElementType),
                new($"[{new string(',', array.Rank - 1)}]"),
            ],
            ITypeParameterSymbol parameter => [new($"'{parameter.Name}", 't')],
            INamedTypeSymbol named => Generic(named),
            _ => [new(type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))],
        };

    /// <summary>A type's name with its parameters.</summary>
    public static IEnumerable<SignaturePart> Named(INamedTypeSymbol type)
    {
        // An abbreviation's library need not be there; its name is enough.
        var name = type.ContainingType is { } outer && !Names.IsModule(outer) ? $"{Names.Of(outer)}." : "";
        yield return new(
            name + (type.ContainingType is null ? Names.Of(type) : Names.Of(type).Split('.')[^1]),
            't',
            type.OriginalDefinition
        );
        if (type.TypeArguments.Length == 0)
            yield break;
        yield return new("<");
        foreach (var part in Between(type.TypeArguments, ", "))
            yield return part;
        yield return new(">");
    }

    private static IEnumerable<SignaturePart> Generic(INamedTypeSymbol type) =>
        (type.Name, type.TypeArguments) switch
        {
            ("FSharpFunc", [var from, var to]) => [.. Closed(from), new(" -> "), .. Of(to)],
            ("FSharpList", [var item]) => [.. Closed(item), new(" list", 't')],
            ("FSharpOption" or "Nullable", [var item]) => [.. Closed(item), new(" option", 't')],
            ("FSharpMap", [var key, var value]) =>
            [
                new("Map", 't'),
                new("<"),
                .. Of(key),
                new(", "),
                .. Of(value),
                new(">"),
            ],
            ("IEnumerable", [var item]) => [new("seq", 't'), new("<"), .. Of(item), new(">")],
            ("Tuple", { Length: > 1 } items) => Between(items, " * "),
            ("ValueTuple", { Length: > 1 } items) =>
            [
                new("struct "),
                new("("),
                .. Between(items, " * "),
                new(")"),
            ],
            (var name, []) when Short.TryGetValue(name, out var word) => [new(word, 't')],
            _ => Named(type),
        };

    private static IEnumerable<SignaturePart> Between(IEnumerable<ITypeSymbol> types, string sign) =>
        types.SelectMany(
            (type, at) =>
                (IEnumerable<SignaturePart>)
                    [.. at > 0 ? [new SignaturePart(sign)] : Array.Empty<SignaturePart>(), .. Closed(type)]
        );

    // A function or a tuple within another type stands in parentheses.
    private static IEnumerable<SignaturePart> Closed(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "FSharpFunc" or "Tuple", TypeArguments.Length: > 1 }
            ? [new("("), .. Of(type), new(")")]
            : Of(type);
}
