using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>Light and dark, motion and paper.</summary>
[Trait("Speed", "slow")]
public sealed class ReadersChoicesTests(Browser browser) : IClassFixture<Browser>
{
    private const string Paper = "getComputedStyle(document.body).backgroundColor";
    private const string ChartPaper = "getComputedStyle(document.querySelector('.main-svg')).backgroundColor";
    private const string Line = "getComputedStyle(document.querySelector('.scatterlayer .js-line')).stroke";
    private const string White = "rgb(255, 255, 255)";

    [Fact]
    public async Task ThePageFollowsTheSystemUntilTheReaderChooses()
    {
        await using var site = await OpenSite.Create(
            browser.Instance,
            new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark }
        );
        var dark = await site.Get<string>(Paper);
        Assert.NotEqual(White, dark);
        Assert.Equal(dark, await site.Get<string>(ChartPaper));
        Assert.NotEqual("rgb(0, 0, 0)", await site.Get<string>(Line));

        await site.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await site.Until(Paper, White);
        await site.Until(ChartPaper, White);
        await site.Until(Line, "rgb(0, 0, 0)");

        var button = site.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dark page" });
        Assert.Equal("false", await button.GetAttributeAsync("aria-pressed"));
        await button.ClickAsync();
        Assert.Equal("true", await button.GetAttributeAsync("aria-pressed"));
        Assert.Equal(dark, await site.Get<string>(Paper));
        Assert.Equal(dark, await site.Get<string>(ChartPaper));
        await site.Open("two");
        Assert.Equal(dark, await site.Get<string>(Paper));

        await site
            .Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dark page" })
            .ClickAsync();
        Assert.Equal(White, await site.Get<string>(Paper));
        Assert.Empty(site.Errors);
    }

    [Fact]
    public async Task WithoutAMemoryTheChoiceHoldsForThePage()
    {
        const string Refused = """
            Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } });
            """;
        await using var site = await OpenSite.Create(browser.Instance, script: Refused);
        await site.Page.Locator(".theme").ClickAsync();
        Assert.NotEqual(White, await site.Get<string>(Paper));
        Assert.Empty(site.Errors);
    }

    [Fact]
    public async Task PaperIsLightAndHoldsNoButtonsAndWholeCharts()
    {
        await using var site = await OpenSite.Create(
            browser.Instance,
            new BrowserNewContextOptions
            {
                ColorScheme = ColorScheme.Dark,
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            }
        );
        var dark = await site.Get<string>(ChartPaper);
        await site.Page.EvaluateAsync("() => window.dispatchEvent(new Event('beforeprint'))");
        await site.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        // As wide as a sheet between its margins.
        await site.Page.SetViewportSizeAsync(640, 900);
        Assert.Equal(White, await site.Get<string>(Paper));
        Assert.Equal(White, await site.Get<string>(ChartPaper));
        Assert.Equal(
            "",
            await site.Get<string>(
                "[...document.querySelectorAll('button, nav, input, .anchor, .skip')].filter(one => one.checkVisibility())"
                    + ".map(one => one.outerHTML).join()"
            )
        );
        Assert.True(
            await site.Get<bool>(
                "[...document.querySelectorAll('.main-svg, pre, .output')].every(part => part.getBoundingClientRect().right <= innerWidth"
                    + " && (part.matches('svg') || part.scrollWidth <= part.clientWidth + 1))"
            )
        );
        await site.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await site.Page.EvaluateAsync("() => window.dispatchEvent(new Event('afterprint'))");
        Assert.Equal(dark, await site.Get<string>(ChartPaper));
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, "auto")]
    [InlineData(ReducedMotion.NoPreference, "smooth")]
    public async Task NothingGlidesForThoseWhoAskedForCalm(ReducedMotion motion, string scrolling)
    {
        await using var site = await OpenSite.Create(
            browser.Instance,
            new BrowserNewContextOptions { ReducedMotion = motion }
        );
        Assert.Equal(
            scrolling,
            await site.Get<string>("getComputedStyle(document.documentElement).scrollBehavior")
        );
    }
}
