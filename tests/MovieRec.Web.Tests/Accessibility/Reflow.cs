namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Check of WCAG 2.2, 1.4.10 and 1.4.4: no sideways scrolling at 320 pixels, 200 % zoom or double text size.</summary>
internal static class Reflow
{
    /// <summary>Script that finds elements beyond the right edge, except within elements that scroll by themselves.</summary>
    /// <remarks>The edge is the window's requested width, because a phone's window grows with content that does not fit.</remarks>
    private const string Beyond = """
        async room => {
          await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const wide = document.scrollingElement.scrollWidth;
          if (wide <= room) return [];
          const scrolls = at => at && at !== document.body && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
          return [`${wide} of ${room}`, ...[...document.body.querySelectorAll('*')]
            .filter(at => at.getBoundingClientRect().right > room + 1 && !scrolls(at.parentElement)).slice(0, 5).map(at => at.tagName + '.' + at.className)];
        }
        """;

    /// <summary>Checks several window sizes; leaves the page with large text in a window of its own size.</summary>
    public static async Task<string[]> LookAsync(IPage page, ViewportSize own)
    {
        var found = new List<string>();
        // The narrowest width that WCAG requires, and a desktop screen at 200 %.
        foreach (var (width, height) in new[] { (320, 568), (720, 450) })
        {
            await page.SetViewportSizeAsync(width, height);
            found.AddRange((await page.EvaluateAsync<string[]>(Beyond, width)).Select(wide => $"in {width} by {height}: {wide}"));
        }

        await page.SetViewportSizeAsync(own.Width, own.Height);
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        found.AddRange((await page.EvaluateAsync<string[]>(Beyond, own.Width)).Select(wide => $"in letters of 200 %: {wide}"));
        return [.. found];
    }
}
