using System.Text.Json.Nodes;
using MetaNotebooks.Notebooks.Files;
using MetaNotebooks.Notebooks.Outputs;

namespace MetaNotebooks.Notebooks.Storing;

/// <summary>Writes executed notebooks into their files, with charts that any viewer can show.</summary>
/// <param name="browser">Draws the charts' pictures; null when there is no browser.</param>
/// <param name="tell">Takes a line for the user.</param>
internal sealed class NotebookStore(PictureBrowser? browser, Action<string> tell)
{
    // Code hosts show notebooks up to some megabytes, and readers load all of one at once.
    private const int SizeLimit = 2_000_000;

    // Sharp on a good screen; where that makes a file too large, sharp enough on any.
    private static readonly double[] Scales = [1.5, 1.0];

    /// <summary>Stores notebooks, each in the file it was read from.</summary>
    public async Task Write(IEnumerable<Notebook> notebooks, CancellationToken cancel)
    {
        var bare = 0;
        foreach (var notebook in notebooks)
        {
            var (text, withoutPicture) = await Pack(notebook, cancel);
            bare += withoutPicture;
            if (text.Length > SizeLimit)
                tell($"{notebook.Name}: stored, but large: {text.Length / 1e6:0.0} million characters");
            Write(notebook.Path, text);
        }
        if (bare > 0)
            tell(
                $"charts stored without a picture: {bare} "
                    + (
                        browser is null
                            ? "(no Chromium, Chrome or Edge here)"
                            : "(chromium could not draw them)"
                    )
            );
    }

    // Gives the file's text, and the number of charts that got no picture.
    private async Task<(string Text, int WithoutPicture)> Pack(Notebook notebook, CancellationToken cancel)
    {
        var charts = notebook
            .Code.SelectMany(cell => cell.Outputs.OfType<JsonObject>())
            .Select(output => (Output: output, Figure: ChartFigure.Find(output)!))
            .Where(chart => chart.Figure is not null)
            .ToArray();
        PlainText.Complete(notebook);
        var (text, bare) = ("", 0);
        foreach (var scale in Scales)
        {
            var pictures = await Draw([.. charts.Select(chart => chart.Figure)], scale, cancel);
            foreach (var ((output, figure), picture) in charts.Zip(pictures))
                ChartBundle.Put(output, figure, picture);
            (text, bare) = (notebook.ToText(), pictures.Count(picture => picture is null));
            if (text.Length <= SizeLimit || bare == charts.Length)
                break;
        }
        return (text, bare);
    }

    private async Task<string?[]> Draw(JsonObject[] figures, double scale, CancellationToken cancel) =>
        browser is null || figures.Length == 0
            ? new string?[figures.Length]
            : await browser.Draw(figures, scale, cancel);

    private static void Write(string path, string text)
    {
        // A name of its own, for another run may store the same notebook.
        var unfinished = $"{path}.unfinished-{Guid.NewGuid():N}";
        try
        {
            TextFile.Write(unfinished, text);
            Replacement.Put(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
