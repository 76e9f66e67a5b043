using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>Stated preferences, which the page shows and lets the user remove there.</summary>
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
            await visitor.Page.RunAndWaitForResponseAsync(
                () => visitor.Page.Keyboard.PressAsync("Enter"), response => response.Request.Method is "DELETE" && response.Ok);
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

    [Theory]
    [InlineData(1_500, "You will not be shown The Matrix again.", true)]
    [InlineData(5_000, "That was not saved. You sent away as many titles as can be kept: 5,000.", false)]
    public async Task NotInterested_WithThousandsSentAway_KeepsThemAll(int before, string notice, bool isStored)
    {
        var user = await chromium.Host.NewUserAsync();
        var keys = Enumerable.Range(1, before).Select(id => $"tv#{id}").ToArray();
        (await user.PostAsync("/user/preferences", new { notInterested = keys })).Status.ShouldBe(200);
        await chromium.VisitAsync(new VisitorOptions { SignedIn = user }, async visitor =>
        {
            await visitor.GoAsync(Titles.Matrix);
            await visitor.Page.RunAndWaitForResponseAsync(
                () => visitor.Button("Not interested").ClickAsync(), response => response.Request.Method is "POST");
            await Expect(visitor.Notices).ToContainTextAsync(notice);
            await Expect(visitor.Notices.Locator(".notice")).ToHaveCountAsync(1);
            await Expect(visitor.Button("Not interested")).ToHaveAttributeAsync("aria-pressed", isStored ? "true" : "false");
        });
        var kept = (await user.GetAsync("/user/preferences")).Json.GetProperty("preferences").GetProperty("notInterested").EnumerateArray()
            .Select(key => key.GetString());
        kept.ShouldBe(isStored ? [.. keys, "movie#9312698851"] : keys);
    }

    /// <summary>Input of a Japanese name: the first Enter ends the composition, the second one adds the name.</summary>
    [Fact]
    public async Task Person_WhileTheNameIsComposed_IsNotAddedByEnter()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/preferences");
            var directors = visitor.Page.GetByLabel("Directors", new() { Exact = true });
            await directors.FocusAsync();
            var browser = await visitor.Context.NewCDPSessionAsync(visitor.Page);
            await browser.SendAsync("Input.imeSetComposition", new() { ["text"] = "くろ", ["selectionStart"] = 2, ["selectionEnd"] = 2 });
            await directors.EvaluateAsync(
                "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: "
                + "true }))");
            await browser.SendAsync("Input.insertText", new() { ["text"] = "黒澤明" });
            await Expect(directors).ToHaveValueAsync("黒澤明");
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Expect(visitor.Button("Remove 黒澤明")).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator(".people .tag")).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public Task Address_ThatLeadsNowhere_OffersTitles() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/nowhere");
        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Popular" }).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    });
}
