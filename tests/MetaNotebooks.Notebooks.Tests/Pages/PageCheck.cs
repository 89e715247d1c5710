using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>What a browser found on a page.</summary>
/// <param name="Problems">Everything that is wrong, in words; empty for a good page.</param>
/// <param name="Formulas">Formulas drawn by KaTeX.</param>
/// <param name="Diagrams">Diagrams drawn by mermaid.</param>
/// <param name="Charts">Charts drawn by plotly.js.</param>
/// <param name="Errors">Outputs that are errors of cells.</param>
public sealed record PageReport(
    IReadOnlyList<string> Problems,
    int Formulas,
    int Diagrams,
    int Charts,
    int Errors
);

/// <summary>Opens a page from its file, without a network, on a wide and on a narrow screen, and looks at it.</summary>
/// <param name="browser">The browser.</param>
/// <param name="patience">Milliseconds that a page may take to draw.</param>
public sealed class PageCheck(IBrowser browser, int patience = Browser.Patience)
{
    private static readonly int[] Widths = [1280, 390];

    // Everything that can be told from within the page. A fragment without a target is found by its id.
    private const string Look = """
        () => {
          const all = (selector, root = document) => [...root.querySelectorAll(selector)];
          const problems = [];
          const expect = (good, words) => good || problems.push(words);
          for (const math of all('.math'))
            expect(math.querySelector('.katex') && !math.querySelector('.katex-error'),
              'formula not drawn: ' + math.textContent);
          for (const diagram of all('.mermaid'))
            expect(diagram.querySelector('svg') && !diagram.textContent.includes('Syntax error'),
              'diagram not drawn: ' + diagram.textContent);
          for (const output of all('.output.html'))
            if (all('script', output).some(script => script.textContent.includes('Plotly.')))
              expect(output.querySelector('.js-plotly-plot .main-svg'), 'chart not drawn in ' + output.parentElement.id);
          for (const figure of all('.figure'))
            expect(figure.querySelector('.main-svg'), 'stored chart not drawn');
          // A chart keeps to its column, cuts no words off, and its words do not cover each other.
          for (const plot of all('.js-plotly-plot')) {
            const chart = "chart '" + (plot.querySelector('.gtitle')?.textContent ?? '') + "'";
            const sheet = plot.querySelector('.main-svg').getBoundingClientRect();
            expect(sheet.width >= plot.clientWidth - 1, chart + ' is narrower than its place');
            expect(sheet.right <= plot.parentElement.getBoundingClientRect().right + 1, chart + ' is wider than its column');
            const drawn = all('text', plot).map(text => [text, text.getBoundingClientRect()])
              .filter(([text, box]) => text.textContent && box.width > 0 && !text.closest('.hoverlayer'));
            for (const [text, box] of drawn)
              expect(box.left >= sheet.left - 1 && box.right <= sheet.right + 1
                && box.top >= sheet.top - 1 && box.bottom <= sheet.bottom + 1, chart + ' cuts off: ' + text.textContent);
            const words = all('.gtitle, .xtitle, .ytitle, .legend, .slider-container', plot)
              .map(part => [part.getAttribute('class'), part.getBoundingClientRect()]).filter(([_, box]) => box.width > 0);
            words.forEach(([one, a], i) => words.slice(i + 1).forEach(([other, b]) =>
              expect(a.right <= b.left + 2 || b.right <= a.left + 2 || a.bottom <= b.top + 2 || b.bottom <= a.top + 2,
                chart + ': ' + one + ' and ' + other + ' cover each other')));
          }
          for (const drawing of all('.mermaid svg'))
            expect(drawing.getBoundingClientRect().width >= 0.6 * drawing.viewBox.baseVal.width, 'diagram too small to read');
          for (const image of all('img'))
            expect(image.naturalWidth > 0, 'image not shown: ' + image.src.slice(0, 80));
          const ids = all('[id]').map(element => element.id);
          for (const link of all('a[href^="#"]')) {
            const target = decodeURIComponent(link.getAttribute('href').slice(1));
            expect(ids.includes(target), 'link without target: #' + target);
          }
          for (const id of ids)
            expect(ids.indexOf(id) === ids.lastIndexOf(id) || document.querySelector('svg [id="' + id + '"]'),
              'id used twice: ' + id);
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) {
            const wide = all('body *').filter(element => element.getBoundingClientRect().right > root.clientWidth + 1);
            problems.push('page is ' + root.scrollWidth + ' px wide: '
              + wide.slice(0, 3).map(element => element.tagName + '.' + element.className).join(', '));
          }
          return {
            problems,
            formulas: all('.math .katex').length,
            diagrams: all('.mermaid svg').length,
            charts: all('.js-plotly-plot').length,
            errors: all('.output.error').length,
            links: all('a[href]').map(link => link.href).filter(link => link.startsWith('file:')),
          };
        }
        """;

    private const string Drawn = """
        () => document.readyState === 'complete' && document.fonts.status === 'loaded'
          && [...document.querySelectorAll('.mermaid')].every(diagram => diagram.querySelector('svg'))
          && [...document.querySelectorAll('.figure')].every(figure => figure.querySelector('.main-svg'))
          && [...document.querySelectorAll('.figure, .js-plotly-plot')].every(figure => figure.dataset.fitted)
          && [...document.querySelectorAll('.output.html')].every(output => output.querySelector('.main-svg')
            || ![...output.querySelectorAll('script')].some(script => script.textContent.includes('Plotly.')))
        """;

    /// <summary>Checks the page in a file; keeps a picture of each width in the folder given.</summary>
    public async Task<PageReport> Check(string file, string pictures)
    {
        // All widths at a time: a page takes one processor.
        var looks = await Task.WhenAll(Widths.Select(width => CheckAt(width, file, pictures)));
        var facts = looks[^1];
        string[] dead = [.. facts.Links.Where(IsDead).Distinct().Select(link => $"dead link: {link}")];
        return new PageReport(
            [.. looks.SelectMany(look => look.Problems), .. dead],
            facts.Formulas,
            facts.Diagrams,
            facts.Charts,
            facts.Errors
        );
    }

    private async Task<PageFacts> CheckAt(int width, string file, string pictures)
    {
        var problems = new ConcurrentQueue<string>();
        await using var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                Offline = true,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        context.SetDefaultTimeout(Browser.Patience);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                problems.Enqueue($"{width} px: console: {message.Text}");
        };
        page.PageError += (_, message) => problems.Enqueue($"{width} px: script: {message}");
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http"))
                problems.Enqueue($"{width} px: asks the network for {request.Url}");
        };
        page.RequestFailed += (_, request) => problems.Enqueue($"{width} px: not loaded: {request.Url}");

        await page.GotoAsync(new Uri(Path.GetFullPath(file)).AbsoluteUri);
        try
        {
            await page.WaitForFunctionAsync(
                Drawn,
                options: new PageWaitForFunctionOptions { Timeout = patience, PollingInterval = 100 }
            );
        }
        catch (TimeoutException)
        {
            problems.Enqueue($"{width} px: not drawn within {patience} ms");
        }
        var found = await page.EvaluateAsync(Look);
        var name = $"{Path.GetFileNameWithoutExtension(file)}-{width}.png";
        await page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(pictures, name), FullPage = true }
        );
        // In the colours of the day on a wide screen, and, once the page has followed the system, in those of the night on
        // a narrow one.
        var scheme = width == Widths[0] ? ColorScheme.Light : ColorScheme.Dark;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.WaitForTimeoutAsync(200);
        foreach (var problem in await Accessibility.Check(page))
            problems.Enqueue($"{width} px, {scheme}: {problem}");
        if (width == Widths[0])
            foreach (var problem in await Paper.Check(page))
                problems.Enqueue($"on paper: {problem}");
        var facts = found!.Value.Deserialize<PageFacts>(JsonSerializerOptions.Web)!;
        return facts with
        {
            Problems = [.. problems, .. facts.Problems.Select(problem => $"{width} px: {problem}")],
        };
    }

    private static bool IsDead(string link)
    {
        var path = new Uri(link).LocalPath;
        return !File.Exists(path) && !Directory.Exists(path);
    }

    private sealed record PageFacts(
        string[] Problems,
        int Formulas,
        int Diagrams,
        int Charts,
        int Errors,
        string[] Links
    );
}
