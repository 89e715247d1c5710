using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>A source file.</summary>
/// <param name="Path">Its path in the repository.</param>
/// <param name="Folder">Its folder in the library's own; empty for that itself.</param>
internal sealed record SourceFile(string Path, string Folder);

/// <summary>The files that a library's types were written in, as its symbols (.pdb) tell.</summary>
internal sealed class SourceFiles
{
    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly string _library;
    private readonly string? _root;
    private readonly Dictionary<int, List<string>> _ofMethod = [];
    private readonly Dictionary<int, List<string>> _ofType = [];
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>Reads the symbols beside a library; where there are none, no file is known.</summary>
    /// <param name="library">The library's file.</param>
    /// <param name="root">The folder that sources' paths are told from, or null.</param>
    public SourceFiles(string library, string? root)
    {
        _library = Path.GetFileNameWithoutExtension(library);
        _root = root;
        var symbols = Path.ChangeExtension(library, ".pdb");
        if (!File.Exists(symbols))
            return;
        try
        {
            using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols));
            Read(provider.GetMetadataReader());
        }
        catch (BadImageFormatException)
        {
            // Symbols of another kind tell nothing.
        }
    }

    /// <summary>The file that a type was written in; of several, the one that has its name.</summary>
    public SourceFile? Of(INamedTypeSymbol type)
    {
        var written = _ofType
            .GetValueOrDefault(type.MetadataToken, [])
            .Concat(
                type.GetMembers().SelectMany(member => _ofMethod.GetValueOrDefault(member.MetadataToken, []))
            )
            .ToArray();
        if (written.Length == 0)
            written = [.. _files.Where(file => Declares(file, type.Name))];
        var found =
            Array.Find(written, file => Path.GetFileNameWithoutExtension(file) == type.Name)
            ?? written.FirstOrDefault();
        return found is not null ? Place(found)
            : type.ContainingType is { } outer ? Of(outer)
            : null;
    }

    private void Read(MetadataReader reader)
    {
        foreach (var handle in reader.Documents)
            _files.Add(Name(handle));
        foreach (var handle in reader.MethodDebugInformation)
        {
            var method = reader.GetMethodDebugInformation(handle);
            if (!method.Document.IsNil)
                Add(_ofMethod, MetadataTokens.GetToken(handle.ToDefinitionHandle()), Name(method.Document));
        }
        foreach (var handle in reader.CustomDebugInformation)
        {
            var information = reader.GetCustomDebugInformation(handle);
            if (reader.GetGuid(information.Kind) != TypeDocuments)
                continue;
            var blob = reader.GetBlobReader(information.Value);
            while (blob.RemainingBytes > 0)
                Add(
                    _ofType,
                    MetadataTokens.GetToken(information.Parent),
                    Name(MetadataTokens.DocumentHandle(blob.ReadCompressedInteger()))
                );
        }

        string Name(DocumentHandle document) =>
            reader.GetString(reader.GetDocument(document).Name).Replace('\\', '/');
    }

    // F# tells no file of a type without code of its own, such as a record.
    private bool Declares(string file, string type) =>
        file.EndsWith(".fs", StringComparison.Ordinal)
        && _root is not null
        && File.Exists(file)
        && Regex.IsMatch(
            File.ReadAllText(file),
            $@"^\s*(type|and)\s+{Regex.Escape(type)}\b",
            RegexOptions.Multiline
        );

    private static void Add(Dictionary<int, List<string>> to, int token, string file)
    {
        if (!to.TryGetValue(token, out var files))
            to[token] = files = [];
        files.Add(file);
    }

    private SourceFile? Place(string file)
    {
        var project = $"/{_library}/";
        var at = file.LastIndexOf(project, StringComparison.Ordinal);
        if (at < 0 || file.Contains("/obj/"))
            return null;
        var folder = Path.GetDirectoryName(file[(at + project.Length)..]) ?? "";
        var root = _root is null ? null : $"{_root.Replace('\\', '/').TrimEnd('/')}/";
        var start =
            root is not null && file.StartsWith(root, StringComparison.Ordinal)
                ? root.Length
                : file.LastIndexOf('/', Math.Max(0, at - 1)) + 1;
        return new SourceFile(file[start..], folder.Replace('\\', '/'));
    }
}
