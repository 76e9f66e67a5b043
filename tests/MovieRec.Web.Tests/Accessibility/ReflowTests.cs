using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>WCAG 2.2, 1.4.10 and 1.4.4: nothing has to be scrolled sideways at 320 pixels, at 200 % zoom, or with letters twice as large.</summary>
public sealed class ReflowTests(Chromium chromium)
{
    /// <summary>What reaches beyond the page's right edge, unless it is inside something that is scrolled by itself.</summary>
    private const string Beyond = """
        () => {
          const wide = document.scrollingElement.scrollWidth;
          if (wide <= innerWidth) return [];
          const scrolls = at => at && at !== document.body && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
          return [`${wide} of ${innerWidth}`, ...[...document.body.querySelectorAll('*')]
            .filter(at => at.getBoundingClientRect().right > innerWidth + 1 && !scrolls(at.parentElement)).slice(0, 5).map(at => at.tagName + '.' + at.className)];
        }
        """;

    [Theory]
    [InlineData(Screen.Narrow, true, 100)]
    [InlineData(Screen.Narrow, false, 100)]
    [InlineData(Screen.Zoomed, true, 100)]
    [InlineData(Screen.Zoomed, false, 100)]
    [InlineData(Screen.Desk, true, 200)]
    [InlineData(Screen.Phone, true, 200)]
    [InlineData(Screen.Phone, false, 200)]
    public async Task EveryPage_NarrowOrZoomedOrInLargeLetters_IsNotScrolledSideways(Screen screen, bool signedIn, int letters)
    {
        var options = new VisitorOptions { Screen = screen, SignedIn = signedIn ? await chromium.Host.NewViewerAsync() : null };
        await chromium.VisitAsync(options, async visitor =>
        {
            var wide = await Pages.LookAtAllAsync(visitor, signedIn, async _ =>
            {
                await visitor.Page.EvaluateAsync("letters => { document.documentElement.style.fontSize = letters + '%'; }", letters);
                return await visitor.Page.EvaluateAsync<string[]>(Beyond);
            });
            wide.ShouldBeEmpty();
        });
    }
}
