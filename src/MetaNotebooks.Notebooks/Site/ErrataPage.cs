using MetaNotebooks.Notebooks.Errata;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Writes the page of what the documents say, row by row, and what was found.</summary>
internal static class ErrataPage
{
    /// <summary>The page's name.</summary>
    public const string Name = "errata";

    /// <summary>The page, or null when no notebook has a verdict.</summary>
    /// <param name="pages">The notebooks' pages.</param>
    public static ExtraPage? Find(IReadOnlyList<Page> pages)
    {
        var errata = ErrataList.Read([.. pages.Select(page => page.Run.Notebook)]);
        if (errata.Verdicts.Count == 0)
            return null;
        var pageOf = pages.ToDictionary(page => page.Run.Notebook);
        var sections = SourceDocument
            .All.Select(document => Section(document, errata, pageOf))
            .Where(section => section.Length > 0);
        var open = errata.Open.ToArray();
        var main = $"""
            <h1>Errata</h1>
            <p>What the source documents say, row by row, and what the notebooks found: {Sum(
                errata.Verdicts
            )}.</p>
            {string.Join('\n', sections)}
            {(open.Length == 0 ? "" : $"<p>No verdict in these notebooks: {string.Join(", ", open)}.</p>")}
            """;
        return new ExtraPage(Name, "Errata", main, main.Contains("class=\"math\"") ? Needs.Math : Needs.None);
    }

    private static string Sum(IReadOnlyList<Verdict> verdicts) =>
        string.Join(
            ", ",
            verdicts
                .GroupBy(verdict => verdict.Kind)
                .OrderBy(group => group.Key)
                .Select(group => $"{group.Count()} {VerdictTable.Words(group.Key)}")
        );

    private static string Section(
        SourceDocument document,
        ErrataList errata,
        IReadOnlyDictionary<Notebook, Page> pageOf
    )
    {
        var rows = document.Rows.ToHashSet();
        var found = errata.Verdicts.Where(verdict => rows.Contains(verdict.Row)).ToArray();
        if (found.Length == 0)
            return "";
        var title = $"D{document.Number} · {document.Title}";
        // A row that two notebooks judge is linked to where it stands first.
        var items = found.Select(
            (verdict, at) => Item(verdict, at == 0 || found[at - 1].Row != verdict.Row, errata, pageOf)
        );
        return $"""
            {HeadingHtml.Write(2, $"D{document.Number}", Html.Escape(title), title)}
            <ol class="errata">
            {string.Join('\n', items)}
            </ol>
            """;
    }

    private static string Item(
        Verdict verdict,
        bool isFirst,
        ErrataList errata,
        IReadOnlyDictionary<Notebook, Page> pageOf
    )
    {
        var id = isFirst ? $" id=\"{verdict.Row}\" data-name=\"{verdict.Row}\"" : "";
        var text = verdict.Text.Length == 0 ? "" : $"<p>{verdict.Text}</p>\n";
        return $"""
            <li{id} class="{verdict.Kind.ToString().ToLowerInvariant()}">
            <div class="facts"><a href="#{verdict.Row}">{verdict.Row}</a><span class="status">{VerdictTable.Words(
                verdict.Kind
            )}</span></div>
            <p class="claim">{verdict.Claim}</p>
            {text}<p class="shown">{Shown(verdict, errata, pageOf)}</p>
            </li>
            """;
    }

    // The checks that name the row; where there is none, the table that holds the verdict.
    private static string Shown(
        Verdict verdict,
        ErrataList errata,
        IReadOnlyDictionary<Notebook, Page> pageOf
    )
    {
        var checks = errata.Checks[verdict.Row].Distinct().ToArray();
        return checks.Length == 0
            ? $"Told in {Link(verdict.Place, pageOf)}"
            : $"Checked in {string.Join("; ", checks.GroupBy(place => place.Notebook).Select(Links))}";

        string Links(IEnumerable<CellPlace> inOne) =>
            string.Join(", ", inOne.Select((place, at) => Link(place, pageOf, withTitle: at == 0)));
    }

    private static string Link(
        CellPlace place,
        IReadOnlyDictionary<Notebook, Page> pageOf,
        bool withTitle = true
    )
    {
        var page = pageOf[place.Notebook];
        var file = Html.Escape(Uri.EscapeDataString(page.FileName));
        var title = withTitle ? $"{Html.Escape(page.Title)}, " : "";
        return $"<a href=\"{file}#cell-{place.Cell.Number}\">{title}cell {place.Cell.Number}</a>";
    }
}
