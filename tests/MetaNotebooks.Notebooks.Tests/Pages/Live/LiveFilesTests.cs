namespace MetaNotebooks.Notebooks.Tests.Pages.Live;

/// <summary>Where the page "MAML live" comes from, and what leads to it.</summary>
public sealed class LiveFilesTests : IDisposable
{
    private readonly Workspace _work = new();

    [Fact]
    public async Task TheIndexTheBarAndItsNotebookLeadToIt()
    {
        LiveSite.Lay(_work.Folder);
        Assert.Equal(0, (await Export()).Status);
        const string Invitation =
            "<div class=\"text invitation\"><p><a href=\"maml-live.html\">MAML live</a>: ";
        Assert.Contains(Invitation, _work.Page("index"));
        Assert.Contains(Invitation, _work.Page("05-maml"));
        foreach (var page in (string[])["index", "05-maml", "maml-live"])
            Assert.Contains("<a href=\"maml-live.html\">MAML live</a>", _work.Page(page));
        // The starts are in the page, and not in what a search looks through.
        Assert.Contains("0.061371274", _work.Page("maml-live"));
        var index = File.ReadAllText(Path.Combine(_work.Site, "assets", "search-index.js"));
        Assert.Contains("tangent kernel", index);
        Assert.DoesNotContain("0.061371274", index);
    }

    [Fact]
    public async Task WithoutAStartThereIsNoPageAndNothingOfIt()
    {
        LiveSite.Lay(_work.Folder);
        File.Delete(_work.At("data/results/06-reptile-starts.csv"));
        Assert.Equal(0, (await Export()).Status);
        Assert.Empty(Directory.GetFiles(_work.Site, "*live*", SearchOption.AllDirectories));
        Assert.DoesNotContain("maml-live", _work.Page("index"));
    }

    [Theory]
    [InlineData(
        "1,body.0.bias,1 40,",
        "2,body.0.bias,1 40,",
        "seed 1 has no body.0.weight or no body.0.bias"
    )]
    [InlineData("1,head.bias,1 1,", "1,head.bias,1 1,NaN ", "line 6: expected seed,name,sizes,numbers")]
    [InlineData("1,head.bias,1 1,", "1,head.bias,1 one,", "line 6: expected seed,name,sizes,numbers")]
    [InlineData("1,head.weight,40 1,", "1,head.weight,20 2,", "the sizes of head of seed 1 do not fit")]
    [InlineData("seed,name", "name,seed", "expected the header seed,name,sizes,numbers")]
    public async Task AFileThatIsNotAStartIsToldByItsPlace(string was, string now, string words)
    {
        LiveSite.Lay(_work.Folder);
        var file = _work.At("data/results/05-maml-starts.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace(was, now));
        var (status, text) = await Export();
        Assert.Equal(2, status);
        Assert.Contains(words, text);
        Assert.Contains("05-maml-starts.csv", text);
    }

    private Task<(int Status, string Text)> Export() =>
        Workspace.Invoke("export", _work.At("notebooks"), "--out", _work.Site);

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
