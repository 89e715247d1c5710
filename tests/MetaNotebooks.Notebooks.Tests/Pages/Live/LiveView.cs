using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages.Live;

/// <summary>The page "MAML live", open in a browser without a network.</summary>
public sealed class LiveView : IAsyncDisposable
{
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];

    private LiveView(IPage page) => Page = page;

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What scripts failed with.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Every address that the page asked for, itself included.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Opens the page.</summary>
    public static async Task<LiveView> Open(
        IBrowser browser,
        string file,
        int width = 1280,
        bool touch = false
    )
    {
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                Offline = true,
                HasTouch = touch,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        context.SetDefaultTimeout(Browser.Patience);
        var view = new LiveView(await context.NewPageAsync());
        view.Page.PageError += (_, error) => view._errors.Add(error);
        view.Page.Request += (_, request) => view._requests.Add(request.Url);
        await view.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await view.Drawn();
        return view;
    }

    /// <summary>A point's handle.</summary>
    /// <param name="number">From 1.</param>
    public ILocator Handle(int number) =>
        Page.GetByRole(AriaRole.Slider, new PageGetByRoleOptions { Name = $"Point {number}", Exact = true });

    /// <summary>Where the middle of a point is on the screen.</summary>
    public async Task<(float X, float Y)> Middle(int number)
    {
        await Handle(number).ScrollIntoViewIfNeededAsync();
        var box = (await Handle(number).BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }

    /// <summary>A point's x and y, as the page computes with it.</summary>
    public Task<double[]> Point(int number) =>
        Get<double[]>($"[mamlLive.choice.points[{number - 1}].x, mamlLive.choice.points[{number - 1}].y]");

    /// <summary>The curve after the steps, and the kernel, as they are drawn.</summary>
    public async Task<string> Lines() =>
        await Get<string>(
            "['.fit .after', '#live-kernel .kernel'].map(one => document.querySelector(one).getAttribute('d')).join(' ')"
        );

    /// <summary>Sets the start, α, the steps and the task by the page's own means.</summary>
    public async Task Choose(string start, double alpha, int steps, int seed, int selected)
    {
        await Page.Locator($"[name=live-start][value={start}]").CheckAsync();
        await Page.Locator("#live-alpha").FillAsync(FormattableString.Invariant($"{alpha}"));
        await Page.Locator("#live-steps").FillAsync($"{steps}");
        await Page.Locator("#live-seed").FillAsync($"{seed}");
        await Page.Locator("#live-seed").PressAsync("Enter");
        await Handle(selected).FocusAsync();
        await Drawn();
    }

    /// <summary>The value of an expression in the page.</summary>
    public Task<T> Get<T>(string expression) => Page.EvaluateAsync<T>($"() => {expression}");

    /// <summary>Waits until what was changed is drawn.</summary>
    public Task Drawn() =>
        Page.EvaluateAsync(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
