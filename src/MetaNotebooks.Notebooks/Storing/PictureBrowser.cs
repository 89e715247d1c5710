using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MetaNotebooks.Notebooks.Storing;

/// <summary>Draws charts as still pictures, with plotly.js in the system's Chromium.</summary>
internal sealed partial class PictureBrowser
{
    private static readonly string[] Flags =
    [
        .. Chromium.Flags,
        "--headless",
        "--hide-scrollbars",
        "--allow-file-access-from-files",
        "--virtual-time-budget=60000",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _program;

    private PictureBrowser(string program) => _program = program;

    /// <summary>With the system's Chromium, or null when there is none.</summary>
    public static PictureBrowser? Find(string? path) =>
        Chromium.Find(path) is { } program ? new PictureBrowser(program) : null;

    /// <summary>One PNG in base64 for each figure, or null where it could not be drawn.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="scale">A picture's pixels for each CSS pixel.</param>
    /// <param name="cancel">Ends the browser.</param>
    public async Task<string?[]> Draw(
        IReadOnlyList<JsonObject> figures,
        double scale,
        CancellationToken cancel
    )
    {
        var folder = Directory.CreateTempSubdirectory("pictures-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            await File.WriteAllTextAsync(page, PicturePage.Write(figures, scale), cancel);
            var drawn = Picture().Matches(await Open(page, Path.Combine(folder, "profile"), cancel));
            return [.. figures.Select((_, at) => at < drawn.Count ? Png(drawn[at]) : null)];
        }
        finally
        {
            Remove(folder);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception open) when (open is IOException or UnauthorizedAccessException)
        {
            // On Windows a process that the browser has left may have a file of it open for a while. It is one of
            // the system's temporary folders.
        }
    }

    // What the page is when its scripts have ended; empty when the browser fails.
    private async Task<string> Open(string page, string profile, CancellationToken cancel)
    {
        string[] arguments =
        [
            .. Flags,
            $"--user-data-dir={profile}",
            "--dump-dom",
            new Uri(page).AbsoluteUri,
        ];
        var start = new ProcessStartInfo(_program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var text = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return text;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return "";
        }
    }

    private static string? Png(Match picture) =>
        picture.Groups["png"] is { Success: true } png ? png.Value : null;

    [GeneratedRegex("<pre class=\"picture\">(?:data:image/png;base64,(?<png>[A-Za-z0-9+/=]+))?</pre>")]
    private static partial Regex Picture();
}
