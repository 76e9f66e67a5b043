using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Journeys;

namespace MovieRec.Web.Tests.Sessions;

/// <summary>Two tabs of one browser, of one user or of two: neither undoes the other's changes.</summary>
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
        var genres = (await user.GetAsync("/user/preferences")).Json.GetProperty("preferences").GetProperty("favoriteGenres")
            .EnumerateArray().Select(genre => genre.GetString());
        genres.ShouldBe(["Science Fiction", "Comedy", "Horror"]);
    }

    [Fact]
    public async Task SignOut_OfAnotherUser_LeavesThisOneSignedIn()
    {
        var (first, second) = (await chromium.Host.NewViewerAsync(), await chromium.Host.NewViewerAsync());
        await chromium.VisitAsync(async visitor =>
        {
            await visitor.GoAsync("/signin?next=%2Faccount");
            await SignIn.ByFormAsync(visitor, first.Email!);
            await visitor.ArriveAtAsync("/account");
            var other = await visitor.Context.NewPageAsync();
            await other.GotoAsync("/signin?next=%2Faccount");
            await SignIn.ByFormAsync(other, second.Email!, stay: true);
            await Expect(other.Locator(".account-email")).ToHaveTextAsync(second.Email!);

            await Expect(visitor.Page.Locator(".account-email")).ToHaveTextAsync(first.Email!);
            await visitor.Button("Sign out").ClickAsync();
            await visitor.ArriveAtAsync("/");
            await other.ReloadAsync();
            await Expect(other.Locator(".account-email")).ToHaveTextAsync(second.Email!);
        });
    }

    [Fact]
    public Task SignIn_InOneTab_IsToldToTheOther() => chromium.VisitAsync(async visitor =>
    {
        var (first, second) = (await chromium.Host.NewViewerAsync(), await chromium.Host.NewViewerAsync());
        await visitor.GoAsync("/signin?next=%2Faccount");
        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync("/signin?next=%2Faccount");
        await SignIn.ByFormAsync(other, first.Email!, stay: true);
        await Expect(visitor.Page.Locator(".account-email")).ToHaveTextAsync(first.Email!);

        // Simulates a third tab that signs out and in between two checks of this one.
        var kept = $$"""{"refreshToken":"{{second.RefreshToken}}","email":"{{second.Email}}"}""";
        await other.EvaluateAsync("kept => localStorage.setItem('movierec.session', kept)", kept);
        await Expect(visitor.Page.Locator(".account-email")).ToHaveTextAsync(second.Email!);
    });

    private static Task<IResponse> LikeAsync(IPage page, string genre) => page.RunAndWaitForResponseAsync(
        () => page.GetByRole(AriaRole.Group, new() { Name = "More of" }).GetByLabel(genre).ClickAsync(), response =>
            response.Request.Method is "POST" && response.Ok);
}
