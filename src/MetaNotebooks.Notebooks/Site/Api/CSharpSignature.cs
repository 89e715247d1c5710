using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Signatures in C#.</summary>
internal static class CSharpSignature
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral
    );

    private static readonly SymbolDisplayFormat Named = Format.WithKindOptions(SymbolDisplayKindOptions.None);

    /// <summary>The parts of a type's or member's signature.</summary>
    public static IReadOnlyList<SignaturePart> Of(ISymbol symbol) =>
        symbol is INamedTypeSymbol type
            ? [.. Modifiers(type), .. Parts(type, Format), .. Bases(type)]
            : [.. Parts(symbol, Format)];

    private static IEnumerable<SignaturePart> Modifiers(INamedTypeSymbol type)
    {
        var words = type switch
        {
            { IsStatic: true } => "static ",
            { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
            { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
            { TypeKind: TypeKind.Struct, IsReadOnly: true } => "readonly ",
            _ => "",
        };
        return words.Length == 0 ? [] : [new SignaturePart(words, 'k')];
    }

    private static IEnumerable<SignaturePart> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
            return [];
        var parent = type.BaseType is { SpecialType: SpecialType.None } other
            ? [other]
            : Array.Empty<INamedTypeSymbol>();
        // That of a record to itself is the compiler's.
        var bases = parent.Concat(type.Interfaces.Where(one => !(type.IsRecord && one.Name == "IEquatable")));
        return bases.SelectMany(
            (one, at) => Parts(one, Named).Prepend(new SignaturePart(at == 0 ? " : " : ", "))
        );
    }

    private static IEnumerable<SignaturePart> Parts(ISymbol symbol, SymbolDisplayFormat format)
    {
        var parts = symbol.ToDisplayParts(format);
        return parts.Select(
            (part, at) =>
                new SignaturePart(
                    part.ToString(),
                    Kind(part.Kind),
                    part.Symbol,
                    // That of a tuple follows a space, or nothing.
                    Opens: part.ToString() == "("
                        && at > 0
                        && parts[at - 1].Kind
                            is SymbolDisplayPartKind.MethodName
                                or SymbolDisplayPartKind.ClassName
                                or SymbolDisplayPartKind.StructName
                                or SymbolDisplayPartKind.RecordClassName
                                or SymbolDisplayPartKind.RecordStructName
                                or SymbolDisplayPartKind.DelegateName
                                or SymbolDisplayPartKind.Operator
                        || part.ToString() == "(" && at > 0 && parts[at - 1].ToString() == ">"
                )
        );
    }

    private static char Kind(SymbolDisplayPartKind kind) =>
        kind switch
        {
            SymbolDisplayPartKind.Keyword => 'k',
            SymbolDisplayPartKind.NumericLiteral => 'n',
            SymbolDisplayPartKind.StringLiteral => 's',
            SymbolDisplayPartKind.ClassName
            or SymbolDisplayPartKind.RecordClassName
            or SymbolDisplayPartKind.RecordStructName
            or SymbolDisplayPartKind.StructName
            or SymbolDisplayPartKind.InterfaceName
            or SymbolDisplayPartKind.EnumName
            or SymbolDisplayPartKind.DelegateName
            or SymbolDisplayPartKind.TypeParameterName => 't',
            _ => default,
        };
}
