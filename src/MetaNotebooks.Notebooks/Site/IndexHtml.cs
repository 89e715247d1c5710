using MetaNotebooks.Notebooks.Running;

namespace MetaNotebooks.Notebooks.Site;

/// <summary>Writes the page that lists the notebooks.</summary>
internal static class IndexHtml
{
    /// <summary>One entry a notebook: title, first words, duration and status.</summary>
    public static (string Html, Needs Needs) Write(IReadOnlyList<Page> pages, SiteFrame frame)
    {
        var failed = pages.Count(page => page.FailedCell is not null);
        var summary =
            (pages.Count == 1 ? "1 notebook" : $"{pages.Count} notebooks")
            + (failed > 0 ? $", {failed} failed" : "");
        var body = $"""
            {frame.Bar("")}
            <main class="index" id="_main">
            <h1>MetaNotebooks</h1>
            <p class="summary">{summary}</p>
            {string.Concat(
                frame.Extras.Where(extra => extra.Invitation is not null).Select(extra =>
                    extra.InvitationHtml
                )
            )}
            <ol class="notebooks">
            {string.Join('\n', pages.Select(Entry))}
            </ol>
            </main>
            """;
        var needs = pages.Any(page => page.Description.Contains("class=\"math\"")) ? Needs.Math : Needs.None;
        return (Layout.Document("MetaNotebooks", body, needs), needs);
    }

    private static string Entry(Page page)
    {
        var status = page switch
        {
            { FailedCell: { } cell } => $"failed in cell {cell.Number}",
            { Run.Duration: null } => "stored outputs",
            _ => "passed",
        };
        var time = page.Run.Duration is { } duration ? $"<span>{Duration.Text(duration)}</span>" : "";
        return $"""
            <li class="{(page.FailedCell is null ? "passed" : "failed")}">
            <a href="{Html.Escape(Uri.EscapeDataString(page.FileName))}">{Html.Escape(page.Title)}</a>
            <p>{WithoutLabel(page.Description)}</p>
            <div class="facts"><span class="status">{status}</span>{time}</div>
            </li>
            """;
    }

    // Every notebook of the kit begins with its question; a list of them need not say so each time.
    private static string WithoutLabel(string description)
    {
        string[] labels = ["<strong>Question.</strong>", "Question."];
        var label =
            Array.Find(labels, label => description.StartsWith(label, StringComparison.Ordinal)) ?? "";
        return description[label.Length..].TrimStart();
    }
}
