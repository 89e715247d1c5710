using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Tells what a library offers to its users from what its compiler added.</summary>
internal static class Offered
{
    /// <summary>Whether a type is for users.</summary>
    public static bool IsType(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && !IsMade(type) && type.CanBeReferencedByName;

    /// <summary>Whether a member is for users.</summary>
    public static bool IsMember(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }
        && !IsMade(member)
        // Everything that a delegate has follows from its signature.
        && member.ContainingType.TypeKind != TypeKind.Delegate
        && member switch
        {
            IMethodSymbol method => IsMethod(method),
            IPropertySymbol property => !IsMade(property.GetMethod) || !IsUnionTest(property),
            IFieldSymbol field => field.CanBeReferencedByName,
            IEventSymbol => true,
            _ => false,
        };

    private static bool IsMethod(IMethodSymbol method) =>
        method.MethodKind
            is MethodKind.Ordinary
                or MethodKind.Constructor
                or MethodKind.UserDefinedOperator
                or MethodKind.Conversion
        && !(method.IsOverride && IsOfObject(method))
        && !(
            method.ContainingType.TypeKind == TypeKind.Struct
            && method is { MethodKind: MethodKind.Constructor, Parameters: [] }
        );

    private static bool IsOfObject(IMethodSymbol method)
    {
        var first = method;
        while (first.OverriddenMethod is { } earlier)
            first = earlier;
        return first.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType;
    }

    // F# gives every union "IsCase" and "Tag".
    private static bool IsUnionTest(IPropertySymbol property) =>
        ((Names.Construct(property.ContainingType) ?? 0) & 31) == 1 && Names.Construct(property) is null;

    private static bool IsMade(ISymbol? symbol) =>
        symbol
            ?.GetAttributes()
            .Any(one =>
                Names.Is(one, "CompilerGeneratedAttribute") || Names.Is(one, "DebuggerNonUserCodeAttribute")
            ) == true;
}
