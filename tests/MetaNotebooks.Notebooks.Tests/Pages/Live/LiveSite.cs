using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Pages.Live;

/// <summary>A small site with the page "MAML live": notebooks, and beside them the starts that full runs learned.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    /// <summary>The files of the starts.</summary>
    public static readonly string[] Files = ["05-maml-starts", "05-joint-starts", "06-reptile-starts"];

    private readonly Workspace _work = new();

    /// <summary>The page's file.</summary>
    public string Page => Path.Combine(_work.Site, "maml-live.html");

    /// <summary>A folder for pictures.</summary>
    public string Pictures => _work.Folder;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Lay(_work.Folder);
        var (status, text) = await Workspace.Invoke(
            "export",
            Path.Combine(_work.Folder, "notebooks"),
            "--out",
            _work.Site
        );
        Assert.True(status == 0, text);
    }

    /// <summary>Lays out a folder as the kit's: a notebook, and the starts.</summary>
    public static void Lay(string folder)
    {
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        var results = Directory.CreateDirectory(Path.Combine(folder, "data", "results")).FullName;
        Write(Path.Combine(notebooks, "05-maml.ipynb"), Markdown("m", "# MAML"));
        foreach (var file in Files)
            File.Copy(KitRoot.At("data", "results", $"{file}.csv"), Path.Combine(results, $"{file}.csv"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _work.Dispose();
        return ValueTask.CompletedTask;
    }
}
