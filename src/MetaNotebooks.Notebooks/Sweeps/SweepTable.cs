using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using MetaNotebooks.Notebooks.Files;

namespace MetaNotebooks.Notebooks.Sweeps;

/// <summary>The figures of sweeps as one table: a row a job, with its parameters, its stage and what it reported.</summary>
internal static class SweepTable
{
    /// <summary>The name of the column of stages.</summary>
    public const string Stage = "stage";

    /// <summary>The table as CSV; what did not pass has its row too, without figures.</summary>
    /// <exception cref="BadInputException">Two jobs have the same parameters.</exception>
    public static string Write(IReadOnlyList<(SweepJob Job, JobState State)> jobs)
    {
        var rows = jobs.Select(one =>
                (Parameters: one.Job.Parameters, one.State.Stage, Figures: Figures(one))
            )
            .ToArray();
        if (
            jobs.GroupBy(one => one.Job.Parameters.ToJsonString()).FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
            throw new BadInputException(
                $"two jobs have the parameters {twice.Key}: {string.Join(" and ", twice.Select(one => one.Job.Folder))}"
            );
        var parameters = Names(rows.Select(row => row.Parameters));
        var figures = Names(rows.Select(row => row.Figures));
        if (parameters.Append(Stage).Intersect(figures).FirstOrDefault() is { } both)
            throw new BadInputException(
                $"'{both}' is the name of a column and of a figure; expected another for one"
            );

        var text = new StringWriter { NewLine = "\n" };
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        Line([.. parameters, Stage, .. figures]);
        foreach (var row in rows)
            Line([
                .. parameters.Select(name => Text(row.Parameters[name])),
                row.Stage.ToString().ToLowerInvariant(),
                .. figures.Select(name => Text(row.Figures[name])),
            ]);
        csv.Flush();
        return text.ToString().ReplaceLineEndings("\n");

        void Line(IEnumerable<string> cells)
        {
            foreach (var cell in cells)
                csv.WriteField(cell);
            csv.NextRecord();
        }
    }

    private static JsonObject Figures((SweepJob Job, JobState State) one) =>
        one.State.Stage == JobStage.Passed ? one.Job.Result ?? [] : [];

    private static string[] Names(IEnumerable<JsonObject> rows) =>
        [.. rows.SelectMany(row => row.Select(one => one.Key)).Distinct()];

    // A number as it was written: not one digit is lost.
    private static string Text(JsonNode? value) =>
        value is null ? ""
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>()
        : value.ToJsonString();
}
