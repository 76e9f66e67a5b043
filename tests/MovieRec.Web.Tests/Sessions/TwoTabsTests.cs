using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Sessions;

/// <summary>One user in two tabs, as on two devices: neither undoes what the other has done.</summary>
public sealed class TwoTabsTests(Chromium chromium)
{
    [Fact]
    public async Task Taste_ChangedInBoth_KeepsBothChanges()
    {
        var user = await chromium.Host.NewViewerAsync();
        await chromium.VisitAsync(new VisitorOptions { SignedIn = user }, async visitor =>
        {
            await visitor.GoAsync("/preferences");
            var other = await visitor.Context.NewPageAsync();
            await other.GotoAsync("/preferences");
            await LikeAsync(other, "Comedy");
            await LikeAsync(visitor.Page, "Horror");
            await Expect(visitor.Page.GetByRole(AriaRole.Group, new() { Name = "More of" }).GetByLabel("Comedy")).ToBeCheckedAsync();
        });
        var genres = (await user.GetAsync("/user/preferences")).Json.GetProperty("preferences").GetProperty("favoriteGenres").EnumerateArray().Select(genre => genre.GetString());
        genres.ShouldBe(["Science Fiction", "Comedy", "Horror"]);
    }

    private static Task LikeAsync(IPage page, string genre) => page.RunAndWaitForResponseAsync(
        () => page.GetByRole(AriaRole.Group, new() { Name = "More of" }).GetByLabel(genre).ClickAsync(), answer => answer.Request.Method is "POST" && answer.Ok);
}
