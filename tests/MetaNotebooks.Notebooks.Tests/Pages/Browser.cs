using MetaNotebooks.Notebooks.Storing;
using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>The system's Chromium, started once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Milliseconds that a page may take, so that a test which fails ends; a busy machine needs many of them.</summary>
    public const int Patience = 120_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; a test that asks for it skips where there is none.</summary>
    public IBrowser Instance
    {
        get
        {
            Assert.SkipWhen(_browser is null, $"no {string.Join(" or ", Chromium.Names)} on the PATH");
            return _browser!;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var found = Chromium.Find(Environment.GetEnvironmentVariable("PATH"));
        if (found is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = found,
                Headless = true,
                Args = Chromium.Flags,
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
