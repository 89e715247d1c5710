using Microsoft.Playwright;

namespace MetaNotebooks.Notebooks.Tests.Pages;

/// <summary>Looks at a page as it is printed on a sheet of A4, by a reader whose screen is dark.</summary>
public static class Paper
{
    // 210 mm without the margins, in CSS pixels.
    private const int Width = 680;

    private const string Look = """
        () => {
          const problems = [];
          const white = 'rgb(255, 255, 255)';
          if (getComputedStyle(document.body).backgroundColor !== white) problems.push('is not white');
          for (const part of document.querySelectorAll('button, nav, input, .anchor, .skip'))
            if (part.checkVisibility()) problems.push('shows ' + part.outerHTML.slice(0, 80));
          for (const sheet of document.querySelectorAll('.main-svg:first-of-type'))
            if (sheet.style.background && getComputedStyle(sheet).backgroundColor !== white) problems.push('a chart is not white');
          for (const part of document.querySelectorAll('.main-svg, pre, .output, table, img, .mermaid svg, .katex-display'))
            if (part.getBoundingClientRect().right > innerWidth + 1 || (part.matches('pre, .output') && part.scrollWidth > part.clientWidth + 1))
              problems.push('cuts off ' + part.tagName + '.' + part.className + ' in ' + (part.closest('.cell')?.id ?? part.textContent.slice(0, 60)));
          return problems;
        }
        """;

    /// <summary>What is wrong with it, in words.</summary>
    public static async Task<IReadOnlyList<string>> Check(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.EvaluateAsync("() => window.dispatchEvent(new Event('beforeprint'))");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(Width, 1000);
        return await page.EvaluateAsync<string[]>(Look);
    }
}
