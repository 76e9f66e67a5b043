namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Check that the page follows the device's colour scheme.</summary>
internal static class Scheme
{
    /// <summary>Script that reads the backgrounds of the page and of the bars over it, which must change together.</summary>
    private const string Grounds = """
        () => ['body', '.top', '.bottom'].flatMap(name => [...document.querySelectorAll(name)].map(at => [name, getComputedStyle(at).backgroundColor]))
        """;

    /// <summary>Script that finds unchanged backgrounds, after two frames and the end of all finite animations.</summary>
    private const string Unturned = $$"""
        async before => {
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          await frame();
          await Promise.allSettled(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished));
          const after = ({{Grounds}})();
          return before.flatMap(([name, colour], at) => after[at]?.[1] === colour || !after[at] ? [`${name} stays ${colour}`] : []);
        }
        """;

    /// <summary>Switches the device to dark while the page is open; returns the backgrounds that did not change.</summary>
    public static async Task<string[]> TurnDarkAsync(IPage page)
    {
        var before = await page.EvaluateAsync<string[][]>(Grounds);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        return await page.EvaluateAsync<string[]>(Unturned, before);
    }
}
