using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Covers;

/// <summary>Posters if there are any; covers made of type if there are none or they fail to load.</summary>
public sealed class PosterTests(Chromium chromium)
{
    private const string Images = "https://image.tmdb.org/t/p/";

    private const string Picture = """<svg xmlns="http://www.w3.org/2000/svg" width="342" height="513"><rect width="342" height="513" fill="teal"/></svg>""";

    [Fact]
    public Task Title_WithAPoster_ShowsItInTheRoomOfACover() =>
        chromium.VisitAsync(new VisitorOptions { Elsewhere = Images }, async visitor =>
    {
        await visitor.ChangeTitlesAsync(title => title["poster_path"] = "/poster.jpg");
        await visitor.Context.RouteAsync(
            $"{Images}**", route => route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = Picture }));
        await visitor.GoAsync(Titles.Matrix);
        var poster = visitor.Page.Locator(".title-cover .cover-poster img");
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('.title-cover img')?.naturalWidth > 0");
        var box = await poster.BoundingBoxAsync();
        (box!.Height / box.Width).ShouldBe(1.5f, 0.02f);
        await visitor.GoAsync("/search?q=alien");
        await Expect(visitor.Page.Locator(".grid .cover-poster").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Title_WhosePosterDoesNotCome_ShowsItsNameInstead() =>
        chromium.VisitAsync(new VisitorOptions { Elsewhere = Images }, async visitor =>
    {
        await visitor.ChangeTitlesAsync(title => title["poster_path"] = "/poster.jpg");
        await visitor.Context.RouteAsync($"{Images}**", route => route.AbortAsync("connectionfailed"));
        await visitor.GoAsync(Titles.Matrix);
        await Expect(visitor.Page.Locator(".title-cover .cover-set")).ToContainTextAsync("The Matrix");
        await visitor.GoAsync("/search?q=alien");
        await Expect(visitor.Page.Locator(".grid .cover-set").First).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("End");
        await Expect(visitor.Page.Locator(".grid .cover-poster")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Catalogue_WithoutPosters_AsksNoImageHost() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/search?q=the+matrix");
        await Expect(visitor.Page.Locator(".grid .cover-set").First).ToContainTextAsync("1999");
        await Expect(visitor.Page.Locator(".cover-poster")).ToHaveCountAsync(0);
    });
}
