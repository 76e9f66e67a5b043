namespace MovieRec.Web.Tests.Accessibility;

/// <summary>WCAG 2.2, 1.4.10 and 1.4.4: nothing has to be scrolled sideways at 320 pixels, at 200 % zoom, or with letters twice as large.</summary>
internal static class Reflow
{
    /// <summary>
    /// What reaches beyond the right edge, unless it is inside something that is scrolled by itself. The edge is where the window was told
    /// to end: a phone's window grows with what does not fit into it.
    /// </summary>
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

    /// <summary>Leaves the page with large letters in a window of its own size.</summary>
    public static async Task<string[]> LookAsync(IPage page, ViewportSize own)
    {
        var found = new List<string>();
        // The narrowest that is asked for, and a desk at 200 %.
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
