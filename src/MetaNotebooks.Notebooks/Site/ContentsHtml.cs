namespace MetaNotebooks.Notebooks.Site;

/// <summary>Writes the contents of a page.</summary>
internal static class ContentsHtml
{
    /// <summary>The headings of the second and third level; empty where there are none.</summary>
    public static string Write(IEnumerable<Heading> headings)
    {
        var items = headings
            .Where(heading => heading.Level is 2 or 3)
            .Select(heading =>
                $"<li class=\"h{heading.Level}\"><a href=\"#{Html.Escape(heading.Id)}\">{heading.Html}</a></li>"
            )
            .ToArray();
        return items.Length == 0
            ? ""
            : $"""
                <nav class="toc" aria-label="Contents"><details><summary>Contents</summary>
                <ol>
                {string.Join('\n', items)}
                </ol></details></nav>

                """;
    }
}
