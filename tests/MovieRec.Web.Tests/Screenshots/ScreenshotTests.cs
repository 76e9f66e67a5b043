using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Screenshots;

/// <summary>A picture of every page, to be looked at: <c>artifacts/screenshots/</c>.</summary>
public sealed class ScreenshotTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Desk, true)]
    public async Task EveryPage_OnThisScreen_HasItsPicture(Screen screen, bool dark)
    {
        var folder = Repository.File("artifacts", "screenshots");
        foreach (var signedIn in new[] { false, true })
        {
            var options = new VisitorOptions
            {
                Screen = screen,
                Dark = dark,
                ReducedMotion = true,
                SignedIn = signedIn ? await chromium.Host.NewViewerAsync() : null,
            };
            await chromium.VisitAsync(options, async visitor =>
                (await Pages.LookAtAllAsync(visitor, signedIn, async name =>
                {
                    var file = Path.Combine(folder, $"{name}-{screen}-{(dark ? "dark" : "light")}.png".ToLowerInvariant());
                    await visitor.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
                    return new FileInfo(file).Length > 2_000 ? [] : ["the picture is empty"];
                })).ShouldBeEmpty());
        }
    }
}
