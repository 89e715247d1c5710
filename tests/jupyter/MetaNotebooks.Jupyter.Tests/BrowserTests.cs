using Microsoft.Playwright;

namespace MetaNotebooks.Jupyter.Tests;

/// <summary>A notebook of the kit in Jupyter Notebook, as its user sees it.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private const string Notebook = "01-gradient-descent";
    private const float Patience = 240_000;
    private static readonly string Root = Environment.GetEnvironmentVariable("META_ROOT") ?? ".";
    private static readonly string Folder = Path.Combine(Root, "notebooks");
    private readonly string _copy = $"try-{Guid.NewGuid():N}.ipynb";
    private NotebookServer _server = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // A copy, because Jupyter saves what it runs.
        File.Copy(Path.Combine(Folder, Notebook + ".ipynb"), Path.Combine(Folder, _copy));
        _server = await NotebookServer.Start(Folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
            }
        );
    }

    [Fact]
    public async Task A_notebook_runs_and_its_charts_are_drawn()
    {
        var page = await _browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 1000 },
            }
        );
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync(new Uri(_server.Address, $"notebooks/{_copy}").AbsoluteUri);

        await Choose(page, "F# (MetaNotebooks)");
        await Idle(page);
        await page.EvaluateAsync("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells()");
        await page.WaitForFunctionAsync(
            """
            () => {
              const code = Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code');
              return code.every(cell => cell.input_prompt_number > 0)
                || code.some(cell => cell.output_area.outputs.some(one => one.output_type === 'error'));
            }
            """
        );
        Assert.Equal(0, await page.Locator(".output_error").CountAsync());
        await page.WaitForFunctionAsync(
            "document.querySelectorAll('[data-chart]').length > 0 "
                + "&& [...document.querySelectorAll('[data-chart]')].every(c => c.querySelector('svg.main-svg'))"
        );
        Assert.True(await page.Locator("[data-chart] svg.main-svg path.js-line").CountAsync() > 0);
        var chart = page.Locator("[data-chart]").First;
        await chart.ScrollIntoViewIfNeededAsync();
        await Picture(page, "charts");

        await Completes(page);
        await Interrupts(page);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _server.DisposeAsync();
        File.Delete(Path.Combine(Folder, _copy));
    }

    // By the menu, as a user does.
    private static async Task Choose(IPage page, string kernel)
    {
        await page.WaitForFunctionAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel");
        await page.ClickAsync("#kernellink");
        await page.HoverAsync("#menu-change-kernel");
        await page.ClickAsync($"#menu-change-kernel-submenu a:text-is('{kernel}')");
        await page.WaitForFunctionAsync(
            "name => document.querySelector('.kernel_indicator_name').textContent.trim() === name",
            kernel
        );
    }

    private static Task Idle(IPage page) =>
        page.WaitForFunctionAsync(
            "Jupyter.notebook.kernel.is_connected() && document.querySelector('#kernel_indicator_icon.kernel_idle_icon')"
        );

    private static async Task Completes(IPage page)
    {
        await page.EvaluateAsync(
            "Jupyter.notebook.insert_cell_at_bottom('code'); Jupyter.notebook.select(Jupyter.notebook.ncells() - 1); Jupyter.notebook.edit_mode()"
        );
        await page.Keyboard.TypeAsync("System.Math.Sq");
        await page.Keyboard.PressAsync("Tab");
        // One name fits, which is then written at once.
        await page.WaitForFunctionAsync(
            "Jupyter.notebook.get_selected_cell().get_text() === 'System.Math.Sqrt'"
        );
        await page.EvaluateAsync("Jupyter.notebook.get_selected_cell().set_text('')");
        await page.Keyboard.TypeAsync("System.Math.");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForSelectorAsync("#complete option:has-text('Cosh')");
        await Picture(page, "completion");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task Interrupts(IPage page)
    {
        await page.EvaluateAsync(
            "Jupyter.notebook.get_selected_cell().set_text('printfn \"started\"\\nwhile true do ()'); Jupyter.notebook.execute_cell()"
        );
        await page.WaitForFunctionAsync(
            "Jupyter.notebook.get_selected_cell().output_area.outputs.some(one => one.output_type === 'stream')"
        );
        await page.ClickAsync("#kernellink");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await page.ClickAsync("#int_kernel a");
        await page.WaitForFunctionAsync(
            "Jupyter.notebook.get_selected_cell().output_area.outputs.some(one => one.ename === 'Interrupted')"
        );
        Console.WriteLine($"interrupted in the browser after {clock.Elapsed.TotalSeconds:F2} s");
        await Idle(page);
        await page.EvaluateAsync(
            "Jupyter.notebook.get_selected_cell().set_text('6 * 7'); Jupyter.notebook.execute_cell()"
        );
        await page.WaitForFunctionAsync(
            "Jupyter.notebook.get_selected_cell().output_area.outputs.some(one => one.data && one.data['text/plain'] === '42')"
        );
        await Picture(page, "interrupted");
    }

    private static Task Picture(IPage page, string name) =>
        page.ScreenshotAsync(
            new() { Path = Path.Combine(Root, "artifacts", "screenshots", "jupyter", $"{name}.png") }
        );
}
