using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace MetaNotebooks.Notebooks.Site.Api;

/// <summary>The pages that say what the kit's libraries hold: one for all, and one for each.</summary>
internal sealed class ApiPages
{
    /// <summary>The first page's name, with which those of the others begin, before a point.</summary>
    public const string Name = "api";

    private readonly IReadOnlyList<ApiLibrary> _libraries;
    private readonly ApiDocs _docs;
    private readonly DocHtml _html;
    private readonly Dictionary<string, string> _hrefs = [];
    private readonly Func<string, string?> _source;

    /// <summary>Reads the libraries.</summary>
    /// <param name="libraries">Where they lie.</param>
    /// <param name="siteFolder">Where the pages will.</param>
    public ApiPages(ApiLibraries libraries, string siteFolder)
    {
        _libraries = ApiReader.Read(libraries);
        _docs = new ApiDocs(libraries.Files);
        _html = new DocHtml(name => _hrefs.GetValueOrDefault(name));
        _source = path =>
            libraries.Root is { } root && File.Exists(Path.Combine(root, path))
                ? FileAddress.From(siteFolder, Path.Combine(root, path))
                : null;
        foreach (var library in _libraries)
        foreach (var type in library.Types)
        {
            Add(type.Symbol, library, type.Id);
            foreach (var member in type.Members)
                Add(member.Symbol, library, member.Id);
        }
        Names = new CodeNames(_libraries, symbol => Href(symbol)!);
    }

    /// <summary>Leads names in code to these pages.</summary>
    public CodeNames Names { get; }

    /// <summary>The pages.</summary>
    public IEnumerable<ExtraPage> Pages() => _libraries.Select(Library).Prepend(Overview());

    private void Add(ISymbol symbol, ApiLibrary library, string id)
    {
        if (symbol.GetDocumentationCommentId() is { } name)
            _hrefs.TryAdd(name, $"{library.PageName}.html#{Uri.EscapeDataString(id)}");
    }

    private string? Href(ISymbol symbol) =>
        symbol.OriginalDefinition.GetDocumentationCommentId() is { } name
            ? _hrefs.GetValueOrDefault(name)
            : null;

    private static IEnumerable<IGrouping<string, ApiType>> Groups(ApiLibrary library) =>
        library.Types.GroupBy(type => type.Group).OrderBy(group => group.Key, StringComparer.Ordinal);

    private static string GroupId(string group) => $"in:{group}";

    private ExtraPage Overview()
    {
        var main = new StringBuilder("<h1>The kit's types</h1>\n");
        var headings = new List<Heading>();
        foreach (var library in _libraries)
        {
            headings.Add(new Heading(2, library.Name, Html.Escape(library.Name)));
            main.AppendLine(HeadingHtml.Write(2, library.Name, Html.Escape(library.Name), library.Name));
            foreach (var group in Groups(library))
            {
                var page = $"{library.PageName}.html#{Uri.EscapeDataString(GroupId(group.Key))}";
                main.Append(
                    $"<h3><a href=\"{Html.Escape(page)}\">{Html.Escape(group.Key)}</a></h3>\n<dl class=\"types\">\n"
                );
                foreach (var type in group)
                    main.Append(
                        $"<dt><a href=\"{Html.Escape(Href(type.Symbol)!)}\"><code>{Html.Escape(type.Name)}</code></a></dt>"
                            + $"<dd>{_html.Inline(_docs.Of(type.Symbol).Element("summary"))}</dd>\n"
                    );
                main.Append("</dl>\n");
            }
        }
        return new ExtraPage(Name, "API", main.ToString().ReplaceLineEndings("\n"), Needs.None)
        {
            Headings = headings,
            Sections = [],
        };
    }

    private ExtraPage Library(ApiLibrary library)
    {
        var main = new StringBuilder($"<h1>{Html.Escape(library.Name)}</h1>\n");
        var headings = new List<Heading>();
        var sections = new List<SearchSection>();
        foreach (var group in Groups(library))
        {
            headings.Add(new Heading(2, GroupId(group.Key), Html.Escape(group.Key)));
            main.Append(HeadingHtml.Write(2, GroupId(group.Key), Html.Escape(group.Key), group.Key))
                .Append('\n');
            foreach (var type in group)
            {
                headings.Add(new Heading(3, type.Id, Html.Escape(type.Name)));
                Write(type, main, sections);
            }
        }
        return new ExtraPage(library.PageName, library.Name, main.ToString(), Needs.None)
        {
            Headings = headings,
            IsInBar = false,
            Sections = sections,
        };
    }

    private void Write(ApiType type, StringBuilder main, List<SearchSection> sections)
    {
        var said = _docs.Of(type.Symbol);
        main.Append("<section class=\"type\">\n")
            .Append(HeadingHtml.Write(3, type.Id, Html.Escape(type.Name), type.Name))
            .Append('\n');
        // The compiler gives a record's constructor the words of the record; each says its part of them.
        var isShared = type.Members.Any(member =>
            IsConstructor(member) && Same(_docs.Of(member.Symbol), said)
        );
        Write(type.Symbol, isShared ? Without(said, "param") : said, main);
        if (type.Source is { } source)
            main.Append($"<p class=\"from\">{Source(source)}</p>\n");
        sections.Add(Section(type.Id, type.Name, said));
        foreach (var member in type.Members)
        {
            var words = _docs.Of(member.Symbol);
            if (IsConstructor(member) && Same(words, said))
                words = Without(words, "summary", "remarks", "typeparam");
            main.Append($"<div class=\"member\" id=\"{Html.Escape(member.Id)}\">\n");
            Write(member.Symbol, words, main);
            main.Append("</div>\n");
            sections.Add(Section(member.Id, $"{type.Name}.{member.Name}", words));
        }
        main.Append("</section>\n");
    }

    private static bool IsConstructor(ApiMember member) =>
        member.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static bool Same(XElement one, XElement other) =>
        one.Elements().Any() && one.Elements().SequenceEqual(other.Elements(), XNode.EqualityComparer);

    private static XElement Without(XElement said, params string[] parts) =>
        new(said.Name, said.Elements().Where(part => !parts.Contains(part.Name.LocalName)));

    private void Write(ISymbol symbol, XElement said, StringBuilder main)
    {
        main.Append(
            $"<pre class=\"source signature\"><code>{Signature.ToHtml(Signature.Of(symbol), Other)}</code></pre>\n"
        );
        Line(_html.Block(said.Element("summary")));
        var parameters = said.Elements("param")
            .Concat(said.Elements("typeparam"))
            .Where(one => one.Nodes().Any())
            .ToArray();
        if (parameters.Length > 0)
            Line($"<dl class=\"parameters\">{string.Concat(parameters.Select(Parameter))}</dl>");
        foreach (
            var (tag, label) in new[] { ("returns", "Gives"), ("value", "Holds"), ("exception", "Fails") }
        )
        foreach (var part in said.Elements(tag))
            if (_html.Inline(part) is { Length: > 0 } words)
                Line($"<p><b>{label}:</b> {words}</p>");
        Line(_html.Block(said.Element("remarks")));

        void Line(string html)
        {
            if (html.Length > 0)
                main.Append(html).Append('\n');
        }

        string? Other(ISymbol named) =>
            SymbolEqualityComparer.Default.Equals(named, symbol) ? null : Href(named);
    }

    private string Parameter(XElement parameter) =>
        $"<dt><code>{Html.Escape((string?)parameter.Attribute("name") ?? "")}</code></dt><dd>{_html.Inline(parameter)}</dd>";

    private string Source(string path) =>
        _source(path) is { } href
            ? $"<a href=\"{Html.Escape(href)}\">{Html.Escape(path)}</a>"
            : Html.Escape(path);

    private SearchSection Section(string id, string name, XElement said) =>
        new(id, name, SearchIndex.Words(_html.Inline(said.Element("summary"))));
}
