namespace MetaNotebooks.Notebooks.Tests.Pages.Live;

/// <summary>All of the page "MAML live" without a mouse.</summary>
[Trait("Speed", "slow")]
public sealed class LiveKeyboardTests(Browser browser, LiveSite site)
    : IClassFixture<Browser>,
        IClassFixture<LiveSite>
{
    [Fact]
    public async Task ArrowsMoveThePointThatHasTheFocus()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        await view.Handle(4).FocusAsync();
        foreach (
            var (keys, right, up) in new (string, double, double)[]
            {
                ("ArrowRight", 0.1, 0),
                ("ArrowLeft", -0.1, 0),
                ("ArrowUp", 0, 0.1),
                ("Shift+ArrowUp", 0, 0.5),
                ("ArrowDown", 0, -0.1),
            }
        )
        {
            var (before, lines) = (await view.Point(4), await view.Lines());
            await view.Page.Keyboard.PressAsync(keys);
            await view.Drawn();
            var after = await view.Point(4);
            Assert.Equal(before[0] + right, after[0], 9);
            Assert.Equal(before[1] + up, after[1], 9);
            Assert.NotEqual(lines, await view.Lines());
        }
        var said = await view.Handle(4).GetAttributeAsync("aria-valuetext");
        var (x, y) = ((await view.Point(4))[0], (await view.Point(4))[1]);
        Assert.Equal(FormattableString.Invariant($"x {x:F1}, y {y:F1}").Replace('-', '−'), said);
    }

    [Fact]
    public async Task TabReachesThePointsAndEveryChoice()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        await view.Handle(1).FocusAsync();
        var reached = new List<string>();
        for (var i = 0; i < 9; i++)
        {
            await view.Page.Keyboard.PressAsync("Tab");
            reached.Add(
                await view.Get<string>(
                    "document.activeElement.getAttribute('aria-label') ?? (document.activeElement.id || document.activeElement.value)"
                )
            );
        }
        Assert.Equal(
            [
                "Point 2",
                "Point 3",
                "Point 4",
                "Point 5",
                "maml",
                "live-alpha",
                "live-steps",
                "live-seed",
                "live-new",
            ],
            reached
        );
        Assert.Equal("Point 5", await view.Get<string>("`Point ${mamlLive.choice.selected + 1}`"));
    }

    [Fact]
    public async Task ArrowsChooseTheStartTheRateAndTheSteps()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        foreach (
            var (focus, choice, value) in new[]
            {
                ("[name=live-start]:checked", "start", "reptile"),
                ("#live-alpha", "alpha", "0.0105"),
                ("#live-steps", "steps", "2"),
            }
        )
        {
            var lines = await view.Lines();
            await view.Page.Locator(focus).FocusAsync();
            await view.Page.Keyboard.PressAsync(choice == "start" ? "ArrowDown" : "ArrowRight");
            await view.Drawn();
            Assert.Equal(value, await view.Get<string>($"`${{mamlLive.choice.{choice}}}`"));
            Assert.NotEqual(lines, await view.Lines());
        }
    }

    // Once, when nothing moves any more.
    [Fact]
    public async Task WhatIsSeenIsSaidOnceItRests()
    {
        await using var view = await LiveView.Open(browser.Instance, site.Page);
        await view.Get<bool>(
            "(window.said = [], new MutationObserver(() => said.push(document.querySelector('#live-said').textContent))"
                + ".observe(document.querySelector('#live-said'), { childList: true }), true)"
        );
        await view.Handle(2).FocusAsync();
        for (var i = 0; i < 5; i++)
            await view.Page.Keyboard.PressAsync("ArrowUp");
        await view.Page.WaitForFunctionAsync("() => said.length > 0");
        Assert.Equal(1, await view.Get<int>("said.length"));
        // Nothing else speaks by itself.
        Assert.Equal(
            0,
            await view.Page.Locator(".live :is(output, [aria-live], [role=status])").CountAsync()
        );
        Assert.Equal(
            await view.Page.Locator("#live-fit-words").InnerTextAsync(),
            await view.Get<string>("said[0]")
        );
    }
}
