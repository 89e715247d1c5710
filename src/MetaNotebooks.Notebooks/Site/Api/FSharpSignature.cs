using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Signatures in F#, of what its compiler has written in .NET's terms.</summary>
internal static class FSharpSignature
{
    /// <summary>The parts of a type's or member's signature.</summary>
    public static IReadOnlyList<SignaturePart> Of(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol type =>
            [
                new(Names.IsModule(type) ? "module " : "type ", 'k'),
                .. FSharpType.Named(type),
            ],
            IMethodSymbol { MethodKind: MethodKind.Constructor } made =>
            [
                new("new", 'k'),
                new(" "),
                .. Group(made.Parameters),
                new(" : "),
                .. FSharpType.Of(made.ContainingType),
            ],
            IMethodSymbol method => Function(method),
            IPropertySymbol property =>
            [
                .. Word(property),
                new(property.Name),
                new(" : "),
                .. FSharpType.Of(property.Type),
            ],
            IFieldSymbol field => [new(field.Name), new(" : "), .. FSharpType.Of(field.Type)],
            _ => [new(symbol.Name)],
        };

    private static IReadOnlyList<SignaturePart> Function(IMethodSymbol method)
    {
        var parts = new List<SignaturePart>(Word(method)) { new(Names.Of(method)) };
        foreach (var group in Groups(method))
        {
            parts.Add(new(" "));
            parts.AddRange(Group(group));
        }
        parts.Add(new(" : "));
        parts.AddRange(FSharpType.Of(method.ReturnType));
        return parts;
    }

    private static SignaturePart[] Word(ISymbol symbol) =>
        Names.IsExtension(symbol)
            ? [new(symbol.Name.EndsWith(".Static") ? "static member" : "member", 'k'), new(" ")]
        : Names.IsModule(symbol.ContainingType) ? [new("let", 'k'), new(" ")]
        : symbol.IsStatic ? [new("static member", 'k'), new(" ")]
        : [new("member", 'k'), new(" ")];

    // Of a function with several arguments the compiler notes how many parameters each has.
    private static IEnumerable<ImmutableArray<IParameterSymbol>> Groups(IMethodSymbol method)
    {
        var counts = method
            .GetAttributes()
            .FirstOrDefault(one => Names.Is(one, "CompilationArgumentCountsAttribute"))
            ?.ConstructorArguments[0]
            .Values.Select(value => (int)value.Value!)
            .ToArray();
        if (counts is null || counts.Sum() != method.Parameters.Length)
            return [method.Parameters];
        var at = 0;
        return counts
            .Select(count =>
            {
                at += count;
                return method.Parameters.Slice(at - count, count);
            })
            .ToArray();
    }

    private static IEnumerable<SignaturePart> Group(ImmutableArray<IParameterSymbol> parameters)
    {
        yield return new("(", Opens: true);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (i > 0)
            {
                yield return new(",");
                yield return new(" ");
            }
            var parameter = parameters[i];
            var isOptional = parameter.GetAttributes().Any(one => Names.Is(one, "OptionalArgumentAttribute"));
            yield return new($"{(isOptional ? "?" : "")}{parameter.Name}: ");
            // An optional one is written without the option that it comes as.
            var type =
                isOptional && parameter.Type is INamedTypeSymbol { TypeArguments: [var inner] }
                    ? inner
                    : parameter.Type;
            foreach (var part in FSharpType.Of(type))
                yield return part;
        }
        yield return new(")");
    }
}
