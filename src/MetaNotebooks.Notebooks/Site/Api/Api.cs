using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>A library of the kit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">Its public types.</param>
internal sealed record ApiLibrary(string Name, IReadOnlyList<ApiType> Types)
{
    /// <summary>The name of its page.</summary>
    public string PageName => $"{ApiPages.Name}.{Name.ToLowerInvariant()}";
}

/// <summary>A public type.</summary>
/// <param name="Symbol">The type itself.</param>
/// <param name="Id">Its id on the library's page.</param>
/// <param name="Name">Its name as it is written in code.</param>
/// <param name="Source">The path of its source in the repository, or null where it is not known.</param>
/// <param name="Group">The folder of its source in the library, or else its namespace.</param>
/// <param name="Members">Its public members.</param>
internal sealed record ApiType(
    INamedTypeSymbol Symbol,
    string Id,
    string Name,
    string? Source,
    string Group,
    IReadOnlyList<ApiMember> Members
);

/// <summary>A public member of a type.</summary>
/// <param name="Symbol">The member itself.</param>
/// <param name="Id">Its id on the library's page.</param>
/// <param name="Name">Its name as it is written in code.</param>
internal sealed record ApiMember(ISymbol Symbol, string Id, string Name);
