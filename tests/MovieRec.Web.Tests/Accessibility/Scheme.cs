namespace MovieRec.Web.Tests.Accessibility;

/// <summary>The colours that the device asks for.</summary>
internal static class Scheme
{
    private const double Within = 5_000;

    /// <summary>What is painted behind everything, and what lies over the page: they turn together or not at all.</summary>
    private const string Grounds = """
        () => ['body', '.top', '.bottom'].flatMap(name => [...document.querySelectorAll(name)].map(at => [name, getComputedStyle(at).backgroundColor]))
        """;

    private const string Turned = """
        before => before.every(([name, colour]) => getComputedStyle(document.querySelector(name)).backgroundColor !== colour) && document.getAnimations().every(({ playState }) => playState !== 'running')
        """;

    /// <summary>Has the device turn dark while the page is open. Tells what stays as it was.</summary>
    public static async Task<string[]> TurnDarkAsync(IPage page)
    {
        var before = await page.EvaluateAsync<string[][]>(Grounds);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        try
        {
            await page.WaitForFunctionAsync(Turned, before, new() { Timeout = (float)Within });
            return [];
        }
        catch (TimeoutException)
        {
            var after = await page.EvaluateAsync<string[][]>(Grounds);
            return [$"{string.Join(", ", before.Select(one => string.Join(' ', one)))} became {string.Join(", ", after.Select(one => string.Join(' ', one)))}"];
        }
    }
}
