using Microsoft.Playwright;
using static MetaNotebooks.Notebooks.Tests.NotebookJson;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>A small site in a browser without a network, as its reader has it from files.</summary>
public sealed class OpenSite : IAsyncDisposable
{
    private readonly Workspace _work = new();
    private readonly List<string> _errors = [];

    private OpenSite() { }

    /// <summary>Its page that is open.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What scripts failed with.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Writes two notebooks as a site and opens the first.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="options">How it is set.</param>
    /// <param name="script">What runs in a page before its own scripts, or null.</param>
    public static async Task<OpenSite> Create(
        IBrowser browser,
        BrowserNewContextOptions? options = null,
        string? script = null
    )
    {
        var site = new OpenSite();
        var chart = Output("application/vnd.plotly.v1+json", "");
        chart["data"]!["application/vnd.plotly.v1+json"] = System.Text.Json.Nodes.JsonNode.Parse(Slider);
        Write(
            site._work.At("one.ipynb"),
            Markdown("m", "# One\n\nThe *first* page.\n\n## Adaptation of the learner\n\nAn inner loop."),
            Code("c", $"let long = \"{new string('x', 300)}\"\nlet a = 1 < 2 // <b>"),
            Code("p", "chart", chart)
        );
        Write(
            site._work.At("two.ipynb"),
            Markdown(
                "m",
                "# Two\n\nWords.\n\n## A wombat <img src=x onerror=document.title='hacked'> `</script>`\n\nIt digs & it \"eats\" <u>."
            )
        );
        var (status, text) = await Workspace.Invoke("export", site._work.Folder, "--out", site._work.Site);
        Assert.True(status == 0, text);
        options ??= new BrowserNewContextOptions();
        options.Offline = true;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Browser.Patience);
        if (script is not null)
            await context.AddInitScriptAsync(script);
        site.Page = await context.NewPageAsync();
        site.Page.PageError += (_, error) => site._errors.Add(error);
        await site.Open("one");
        return site;
    }

    /// <summary>Opens a page.</summary>
    public async Task Open(string name)
    {
        await Page.GotoAsync(new Uri(Path.Combine(_work.Site, $"{name}.html")).AbsoluteUri);
        await Page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('.figure')].every(figure => figure.dataset.fitted)"
        );
    }

    /// <summary>The value of an expression in the page.</summary>
    public Task<T> Get<T>(string expression) => Page.EvaluateAsync<T>($"() => {expression}");

    /// <summary>Waits until an expression in the page has a value.</summary>
    public Task Until(string expression, string value) =>
        Page.WaitForFunctionAsync($"wanted => {expression} === wanted", value);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        _work.Dispose();
    }

    // Black on white, three steps.
    private const string Slider = """
        {
          "data": [{ "type": "scatter", "x": [1, 2], "y": [1, 2], "line": { "color": "#000000" } }],
          "layout": {
            "height": 420, "margin": { "t": 60, "b": 60, "l": 50, "r": 20 }, "paper_bgcolor": "#FFFFFF",
            "plot_bgcolor": "#FFFFFF", "title": { "text": "Steps" },
            "sliders": [{ "steps": [
              { "label": "a", "method": "restyle", "args": [{ "y": [[1, 2]] }] },
              { "label": "b", "method": "restyle", "args": [{ "y": [[3, 4]] }] },
              { "label": "c", "method": "restyle", "args": [{ "y": [[5, 6]] }] }
            ] }]
          },
          "config": {}
        }
        """;
}
