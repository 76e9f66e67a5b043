using MovieRec.TestKit;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Screenshots;

/// <summary>Screenshots of the pages for review, in <c>artifacts/screenshots/</c>.</summary>
internal static class Pictures
{
    public static string Folder { get; } = RepositoryRoot.File("artifacts", "screenshots");

    /// <summary>Takes a picture of the part of the page that is visible without scrolling.</summary>
    public static async Task<string[]> TakeAsync(IPage page, string name, Screen screen, bool dark)
    {
        var file = Path.Combine(Folder, $"{name}-{screen}-{(dark ? "dark" : "light")}.png".ToLowerInvariant());
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        return new FileInfo(file).Length > 2_000 ? [] : [$"{file} is empty"];
    }
}
