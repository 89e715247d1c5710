using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Site;

namespace MetaNotebooks.Notebooks.Errata;

/// <summary>Reads the table of verdicts of a notebook: row, what the document says, verdict.</summary>
internal static partial class VerdictTable
{
    private const string Heading = "What the document says, and what was measured";

    private static readonly (string Words, VerdictKind Kind)[] Kinds =
    [
        ("reproduced", VerdictKind.Reproduced),
        ("corrected", VerdictKind.Corrected),
        ("impossible as stated", VerdictKind.Impossible),
    ];

    /// <summary>How a verdict is called.</summary>
    public static string Words(VerdictKind kind) => Kinds.First(one => one.Kind == kind).Words;

    /// <summary>The notebook's verdicts, one for each row named; none when it has no such table.</summary>
    /// <exception cref="BadInputException">The table is not of that form.</exception>
    public static IEnumerable<Verdict> Read(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown
        let place = new CellPlace(notebook, cell)
        from table in Tables(place)
        from row in table.OfType<TableRow>()
        where !row.IsHeader
        from verdict in ReadRow(row, place)
        select verdict;

    // The tables between the heading and the next of its level.
    private static IEnumerable<Table> Tables(CellPlace place)
    {
        var blocks = MarkdownCell
            .Parse(place.Cell.Text)
            .SkipWhile(block =>
                block is not HeadingBlock heading || MarkdownCell.PlainText(heading) != Heading
            )
            .ToArray();
        if (blocks.Length == 0)
            return [];
        var level = ((HeadingBlock)blocks[0]).Level;
        var tables = blocks
            .Skip(1)
            .TakeWhile(block => block is not HeadingBlock heading || heading.Level > level)
            .OfType<Table>()
            .ToArray();
        return tables.Length > 0 ? tables : throw place.Wrong($"no table under '{Heading}'");
    }

    private static IEnumerable<Verdict> ReadRow(TableRow row, CellPlace place)
    {
        var cells = row.OfType<TableCell>()
            .Select(cell => cell.OfType<ParagraphBlock>().FirstOrDefault())
            .ToArray();
        if (cells is not [{ } names, { } claim, { } verdict, ..] || cells.Any(IsEmpty))
            throw place.Wrong("a row of the verdicts has no three cells, or an empty one");
        var (kind, text) = ReadVerdict(verdict, place);
        return ReadRows(MarkdownCell.PlainText(names), place)
            .Select(name => new Verdict(name, MarkdownCell.InlineHtml(claim), kind, text, place));
    }

    private static bool IsEmpty(ParagraphBlock? cell) => cell?.Inline?.FirstChild is null;

    private static string[] ReadRows(string text, CellPlace place)
    {
        var rows = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var row in rows)
            if (!SourceDocument.AllRows.Contains(row))
                throw place.Wrong($"'{row}' is no row of the documents; expected such as 'D0.3, D2.3'");
        return rows;
    }

    private static (VerdictKind Kind, string Text) ReadVerdict(ParagraphBlock verdict, CellPlace place)
    {
        var html = MarkdownCell.InlineHtml(verdict);
        var isMarked = verdict.Inline?.FirstChild is EmphasisInline;
        foreach (var (words, kind) in Kinds)
            if (isMarked && html.StartsWith(words, StringComparison.Ordinal))
                return (kind, Stops().Replace(html[words.Length..], ""));
        var expected = string.Join(", ", Kinds.Select(one => $"*{one.Words}*"));
        throw place.Wrong($"the verdict '{MarkdownCell.PlainText(verdict)}' begins with none of {expected}");
    }

    [GeneratedRegex(@"\A[\s,;:.–—]+")]
    private static partial Regex Stops();
}
