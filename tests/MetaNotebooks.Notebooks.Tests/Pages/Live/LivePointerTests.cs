namespace MetaNotebooks.Notebooks.Tests.Pages.Live;

/// <summary>A mouse and a finger move the points of the page "MAML live".</summary>
[Trait("Speed", "slow")]
public sealed class LivePointerTests(Browser browser, LiveSite site)
    : IClassFixture<Browser>,
        IClassFixture<LiveSite>
{
    [Fact]
    public async Task AMouseDragsAPointAndTheCurveFollows()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        var (x, y) = await view.Middle(3);
        var (before, lines) = (await view.Point(3), await view.Lines());
        // Not by its middle: the point keeps its distance to the pointer.
        await view.Page.Mouse.MoveAsync(x + 4, y + 3);
        await view.Page.Mouse.DownAsync();
        await view.Page.Mouse.MoveAsync(x - 56, y + 43);
        await view.Page.Mouse.UpAsync();
        await Moved(view, before, lines, (x - 60, y + 40));
        // Let go, it stays.
        await view.Page.Mouse.MoveAsync(x, y);
        await Moved(view, before, lines, (x - 60, y + 40));
    }

    [Fact]
    public async Task AFingerDragsAPointAndNotThePage()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page, width: 390, touch: true);
        var (x, y) = await view.Middle(3);
        var (before, lines) = (await view.Point(3), await view.Lines());
        var scrolled = await view.Get<double>("scrollY");
        var screen = await view.Page.Context.NewCDPSessionAsync(view.Page);
        Task Touch(string type, params object[] fingers) =>
            screen.SendAsync(
                "Input.dispatchTouchEvent",
                new Dictionary<string, object> { ["type"] = type, ["touchPoints"] = fingers }
            );
        await Touch("touchStart", new { x, y });
        for (var part = 1; part <= 4; part++)
            await Touch("touchMove", new { x = x - 10 * part, y = y - 15 * part });
        await Touch("touchEnd");
        await Moved(view, before, lines, (x - 40, y - 60));
        Assert.Equal(scrolled, await view.Get<double>("scrollY"));
    }

    [Fact]
    public async Task APointStaysInThePlane()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        var (x, y) = await view.Middle(3);
        await view.Page.Mouse.MoveAsync(x, y);
        await view.Page.Mouse.DownAsync();
        await view.Page.Mouse.MoveAsync(1, 1);
        await view.Page.Mouse.UpAsync();
        Assert.Equal("-5 6", string.Join(" ", await view.Point(3)));
    }

    [Fact]
    public async Task ThePointsGoBackAndANewSinusoidBringsOthers()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        var first = await view.Get<string>("JSON.stringify(mamlLive.choice.points)");
        await view.Handle(1).PressAsync("ArrowUp");
        Assert.NotEqual(first, await view.Get<string>("JSON.stringify(mamlLive.choice.points)"));
        await view.Page.Locator("#live-back").ClickAsync();
        Assert.Equal(first, await view.Get<string>("JSON.stringify(mamlLive.choice.points)"));
        await view.Page.Locator("#live-new").ClickAsync();
        Assert.NotEqual(first, await view.Get<string>("JSON.stringify(mamlLive.choice.points)"));
        Assert.Equal("2", await view.Page.Locator("#live-seed").InputValueAsync());
    }

    // The point is where the pointer left it, on the screen and in the plane, and both lines have moved.
    private static async Task Moved(LiveView view, double[] before, string lines, (float X, float Y) to)
    {
        await view.Drawn();
        var (x, y) = await view.Middle(3);
        Assert.Equal(to.X, x, 1.0);
        Assert.Equal(to.Y, y, 1.0);
        var after = await view.Point(3);
        Assert.NotEqual(before[0], after[0]);
        Assert.NotEqual(before[1], after[1]);
        Assert.Equal(after, await view.Get<double[]>("[mamlLive.scene().pull.x, mamlLive.scene().pull.to]"));
        var (was, now) = (lines.Split('M'), (await view.Lines()).Split('M'));
        Assert.NotEqual(was[1], now[1]);
        Assert.NotEqual(was[2], now[2]);
        Assert.Empty(view.Errors);
    }
}
