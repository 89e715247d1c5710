namespace MetaNotebooks.Notebooks.Site;

/// <summary>A page of the site beside those of the notebooks.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Title">Its title, which links to it show.</param>
/// <param name="Main">What stands on it, as HTML.</param>
/// <param name="Needs">The libraries it draws with.</param>
internal sealed record ExtraPage(string Name, string Title, string Main, Needs Needs)
{
    /// <summary>The names of such pages, which a notebook cannot have.</summary>
    public static IReadOnlyList<string> Names { get; } = ["index", ErrataPage.Name, GlossaryPage.Name];

    /// <summary>The page's file.</summary>
    public string FileName => $"{Name}.html";

    /// <summary>A link to it.</summary>
    public string Link => $"<a href=\"{FileName}\">{Html.Escape(Title)}</a>";

    /// <summary>The whole document.</summary>
    public string Document(IEnumerable<ExtraPage> all)
    {
        var body = $"""
            {Layout.Bar(all, "")}
            <main class="extra">
            {Main}
            </main>
            """;
        return Layout.Document(Title, body, Needs);
    }
}
