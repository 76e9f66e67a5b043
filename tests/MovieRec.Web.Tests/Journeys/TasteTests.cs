using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>What was said can be seen, and taken back where it is seen.</summary>
public sealed class TasteTests(Chromium chromium)
{
    [Fact]
    public async Task Picked_EarlierOrElsewhere_IsShownAndTakenBackByKeys()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/start?step=2");
            var picked = visitor.Page.GetByRole(AriaRole.List, new() { Name = "Picked so far" });
            await Expect(picked.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
            await visitor.Button("Remove Blade Runner").FocusAsync();
            await visitor.Page.RunAndWaitForResponseAsync(() => visitor.Page.Keyboard.PressAsync("Enter"), answer => answer.Request.Method is "DELETE" && answer.Ok);
            await Expect(picked.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
            await Expect(visitor.Page.GetByText("2 favourites picked")).ToBeVisibleAsync();
            await Expect(visitor.Button("Remove Inception")).ToBeFocusedAsync();
        });
    }

    [Fact]
    public async Task LessOf_AGenreThatIsLiked_IsNotAskedFor()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/preferences");
            var less = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Less of" });
            await Expect(less.GetByLabel("Science fiction")).ToHaveCountAsync(0);
            await less.GetByLabel("Comedy").ClickAsync();
            await Expect(less.GetByLabel("Comedy")).ToBeCheckedAsync();
            await visitor.Page.GetByRole(AriaRole.Group, new() { Name = "More of" }).GetByLabel("Comedy").ClickAsync();
            await Expect(less.GetByLabel("Comedy")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public Task Address_ThatLeadsNowhere_OffersTitles() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/nowhere");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Popular" }).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    });
}
