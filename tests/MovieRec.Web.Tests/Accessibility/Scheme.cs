namespace MovieRec.Web.Tests.Accessibility;

/// <summary>The colours that the device asks for.</summary>
internal static class Scheme
{
    /// <summary>What is painted behind everything, and what lies over the page: they turn together or not at all.</summary>
    private const string Grounds = """
        () => ['body', '.top', '.bottom'].flatMap(name => [...document.querySelectorAll(name)].map(at => [name, getComputedStyle(at).backgroundColor]))
        """;

    /// <summary>Once two frames were painted and whatever had begun to change has done so.</summary>
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

    /// <summary>Has the device turn dark while the page is open. Tells what stays as it was.</summary>
    public static async Task<string[]> TurnDarkAsync(IPage page)
    {
        var before = await page.EvaluateAsync<string[][]>(Grounds);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        return await page.EvaluateAsync<string[]>(Unturned, before);
    }
}
