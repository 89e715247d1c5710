using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>What a reader does without a mouse: search, copy, move.</summary>
[Trait("Speed", "slow")]
public sealed class KeyboardTests(Browser browser) : IClassFixture<Browser>
{
    private const string Focused = "document.activeElement.outerHTML";

    [Fact]
    public async Task SearchFindsASectionOfAnotherPage()
    {
        await using var site = await OpenSite.Create(browser.Instance);
        var keys = site.Page.Keyboard;
        await keys.PressAsync("/");
        await keys.TypeAsync("dig womb");
        await site.Page.Locator(".found a").First.WaitForAsync();
        Assert.Equal(1, await site.Page.Locator(".found a").CountAsync());
        // What a heading holds is shown as it stands, and does nothing.
        Assert.Contains("<img src=x onerror", await site.Page.Locator(".found strong").InnerTextAsync());
        Assert.Contains(
            "It digs & it \"eats\" <u>.",
            await site.Page.Locator(".found .excerpt").InnerTextAsync()
        );

        await keys.PressAsync("ArrowDown");
        Assert.StartsWith("<a href=\"two.html#", await site.Get<string>(Focused));
        await keys.PressAsync("ArrowUp");
        Assert.StartsWith("<input", await site.Get<string>(Focused));
        await keys.PressAsync("Escape");
        Assert.False(await site.Page.Locator(".found").IsVisibleAsync());
        Assert.Equal("", await site.Page.Locator(".search input").InputValueAsync());

        await keys.TypeAsync("wombat");
        await site.Page.Locator(".found a").First.WaitForAsync();
        await keys.PressAsync("Enter");
        await site.Page.WaitForFunctionAsync(
            "() => location.pathname.endsWith('/two.html') && document.querySelector(':target')"
        );
        Assert.Equal("H2", await site.Get<string>("document.querySelector(':target').tagName"));
        Assert.NotEqual("hacked", await site.Page.TitleAsync());
        Assert.Empty(site.Errors);
    }

    [Fact]
    public async Task SearchSaysThatThereIsNothing()
    {
        await using var site = await OpenSite.Create(browser.Instance);
        await site.Page.Keyboard.PressAsync("/");
        await site.Page.Keyboard.TypeAsync("(unicorn[");
        await site.Page.GetByText("Nothing found").First.WaitForAsync();
        Assert.Empty(site.Errors);
    }

    [Theory]
    [InlineData(
        "window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied.push(text); } } });"
    )]
    [InlineData(
        "window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: undefined });"
            + "document.execCommand = () => { window.copied.push(document.activeElement.value); return true; };"
    )]
    public async Task CodeIsCopiedAsItStands(string clipboard)
    {
        await using var site = await OpenSite.Create(browser.Instance, script: clipboard);
        var button = site.Page.GetByRole(
            AriaRole.Button,
            new PageGetByRoleOptions { Name = "Copy the code of cell 2" }
        );
        await button.FocusAsync();
        Assert.Equal("1", await button.EvaluateAsync<string>("button => getComputedStyle(button).opacity"));
        await site.Page.Keyboard.PressAsync("Enter");
        await site
            .Page.Locator("[role=status]", new PageLocatorOptions { HasText = "Copied" })
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        Assert.Equal(
            [$"let long = \"{new string('x', 300)}\"\nlet a = 1 < 2 // <b>"],
            await site.Get<string[]>("window.copied")
        );
        Assert.Equal("Copied", await button.InnerTextAsync());
    }

    [Fact]
    public async Task WhereNothingCopiesTheCodeIsSelected()
    {
        const string None = """
            Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;
            """;
        await using var site = await OpenSite.Create(browser.Instance, script: None);
        await site
            .Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Copy the code of cell 3" })
            .ClickAsync();
        Assert.Equal("chart", await site.Get<string>("getSelection().toString().trim()"));
    }

    [Fact]
    public async Task EverythingIsReachedByTab()
    {
        await using var site = await OpenSite.Create(browser.Instance);
        var reached = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            await site.Page.Keyboard.PressAsync("Tab");
            reached.Add(await site.Get<string>($"{Focused}.split('>')[0]"));
        }
        Assert.StartsWith("<a class=\"skip\"", reached[0]);
        string[] expected =
        [
            "<input type=\"search\"",
            "<button type=\"button\" class=\"theme\"",
            "href=\"#adaptation-of-the-learner\" aria-label=\"Link to: Adaptation of the learner\"",
            "aria-label=\"Copy the code of cell 2\"",
            // Wider than the page; the arrow keys move it.
            "<pre class=\"source\" data-reached=\"yes\" tabindex=\"0\"",
            "class=\"figure js-plotly-plot\"",
        ];
        foreach (var part in expected)
            Assert.Contains(reached, one => one.Contains(part));
    }

    [Fact]
    public async Task ArrowsMoveAChartsSlider()
    {
        await using var site = await OpenSite.Create(browser.Instance);
        await site.Page.Locator(".figure").FocusAsync();
        foreach (
            var (key, active, y) in new[]
            {
                ("ArrowRight", 1, 3),
                ("ArrowRight", 2, 5),
                ("ArrowRight", 2, 5),
                ("ArrowLeft", 1, 3),
            }
        )
        {
            await site.Page.Keyboard.PressAsync(key);
            await site.Page.WaitForFunctionAsync(
                $"() => {{ const plot = document.querySelector('.figure'); return plot.layout.sliders[0].active === {active} && plot.data[0].y[0] === {y}; }}"
            );
        }
        Assert.Empty(site.Errors);
    }
}
