using System.Text.Json;
using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>
/// Looks at a page as axe-core does: contrast, names, landmarks and the rest of its rules; and, what axe does not look
/// at, the contrast of a chart's words.
/// </summary>
public static class Accessibility
{
    private static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(KitRoot.At("node_modules", "axe-core", "axe.min.js"))
    );

    // Without preloading style sheets, which a page that is a file may not read.
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { preload: false, resultTypes: ['violations'] });
          return violations.flatMap(rule => rule.nodes.map(node =>
            rule.id + ' at ' + node.target.join(' ') + ': ' + [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')));
        }
        """;

    private const string Charts = """
        () => {
          const parts = text => text.match(/[\d.]+/g).map(Number);
          const linear = part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
          const light = color => 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
          const problems = [];
          for (const plot of document.querySelectorAll('.js-plotly-plot')) {
            const title = plot.querySelector('.gtitle')?.textContent ?? '';
            const sheet = getComputedStyle(plot.querySelector('.main-svg'));
            const paper = parts(sheet.backgroundColor);
            const page = parts(getComputedStyle(document.body).backgroundColor);
            if (Math.abs(light(paper) - light(page)) > 0.02) problems.push("chart '" + title + "' is not on the page's paper");
            for (const text of plot.querySelectorAll('.gtitle, .xtitle, .ytitle, .xtick text, .ytick text, .legendtext')) {
              const [low, high] = [light(parts(getComputedStyle(text).fill)), light(paper)].sort((a, b) => a - b);
              if ((high + 0.05) / (low + 0.05) < 4.5) problems.push("chart '" + title + "': contrast of " + text.textContent);
            }
          }
          return problems;
        }
        """;

    /// <summary>What is wrong with a page in the colours that it has now, in words.</summary>
    public static async Task<IReadOnlyList<string>> Check(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.AddScriptTagAsync(new PageAddScriptTagOptions { Content = Axe.Value });
        return [.. await page.EvaluateAsync<string[]>(Run), .. await page.EvaluateAsync<string[]>(Charts)];
    }
}
