using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>Reads what libraries offer to their users from their metadata; nothing of them is run.</summary>
internal static class ApiReader
{
    /// <summary>The libraries, with their public types in the order of their names.</summary>
    public static IReadOnlyList<ApiLibrary> Read(ApiLibraries libraries)
    {
        var runtime = Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll");
        var beside = Directory.GetFiles(Path.GetDirectoryName(libraries.Files[0])!, "*.dll");
        // Of two libraries of one name, the one that lies beside the kit's.
        var references = beside
            .Concat(runtime)
            .DistinctBy(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => file, file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("api", references: references.Values);
        return
        [
            .. libraries
                .Files.Select(file =>
                    (file, compilation.GetAssemblyOrModuleSymbol(references[file]) as IAssemblySymbol)
                )
                .Where(pair => pair.Item2 is not null)
                .Select(pair => Library(pair.Item2!, new SourceFiles(pair.file, libraries.Root))),
        ];
    }

    private static ApiLibrary Library(IAssemblySymbol assembly, SourceFiles sources)
    {
        var ids = new HashSet<string>();
        var types = Types(assembly.GlobalNamespace)
            .OrderBy(Names.Of, StringComparer.Ordinal)
            .ThenBy(type => type.Arity)
            .Select(type => Type(type, sources, ids))
            .ToArray();
        return new ApiLibrary(assembly.Name, types);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent) =>
        parent
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member =>
                member switch
                {
                    INamespaceSymbol inner => Types(inner),
                    INamedTypeSymbol type when Offered.IsType(type) => Types(type).Prepend(type),
                    _ => [],
                }
            );

    private static ApiType Type(INamedTypeSymbol type, SourceFiles sources, HashSet<string> ids)
    {
        var source = sources.Of(type);
        var id = Free(Names.Of(type), ids);
        var members = type.GetMembers()
            .Where(Offered.IsMember)
            .OrderBy(Rank)
            .ThenBy(Names.Of, StringComparer.Ordinal)
            .ThenBy(member => member.GetDocumentationCommentId(), StringComparer.Ordinal)
            .Select(member => new ApiMember(
                member,
                Free($"{Names.Of(type)}.{Names.Of(member)}", ids),
                Names.Of(member)
            ))
            .ToArray();
        var group = source?.Folder is { Length: > 0 } folder
            ? folder
            : type.ContainingNamespace.ToDisplayString();
        return new ApiType(type, id, Names.Of(type), source?.Path, group, members);
    }

    private static int Rank(ISymbol member) =>
        member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => 0,
            IFieldSymbol => 1,
            IPropertySymbol => 2,
            IMethodSymbol => 3,
            _ => 4,
        };

    // The first of several of one name has it as it is; the others are numbered.
    private static string Free(string name, HashSet<string> ids)
    {
        var id = name;
        for (var count = 2; !ids.Add(id); count++)
            id = $"{name}-{count}";
        return id;
    }
}
