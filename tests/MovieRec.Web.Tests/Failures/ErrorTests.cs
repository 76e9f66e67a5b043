using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Failures;

/// <summary>Failing API: a failure is shown and can be retried, an optimistic change is undone.</summary>
public sealed class ErrorTests(Chromium chromium)
{
    private const string NotSaved = "That was not saved. The service made a mistake. Try again.";

    [Fact]
    public async Task Recommendations_ThatFail_SayWhyAndComeWhenTriedAgain()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.FailAsync("/recommendations");
            await visitor.GoAsync("/");
            var room = visitor.Page.Locator(".pick-room");
            await Expect(room.GetByRole(AriaRole.Alert)).ToContainTextAsync("The service made a mistake. Try again.");
            // Rows are read when they come near the view.
            var trending = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Trending now" });
            await trending.ScrollIntoViewIfNeededAsync();
            await Expect(trending.GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
            await visitor.StopAsync("/recommendations");
            await room.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(visitor.Page.Locator(".pick .why")).Not.ToBeEmptyAsync();
        });
    }

    [Theory]
    [InlineData("/favourites", "/user/favourites")]
    [InlineData("/watchlist", "/user/watchlist")]
    [InlineData("/preferences", "/user/preferences")]
    [InlineData(Titles.Matrix, "/media")]
    [InlineData("/search?q=alien", "/media")]
    public async Task Page_WhoseDataFails_ComesWhenTriedAgain(string page, string path)
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.FailAsync(path);
            await visitor.GoAsync(page);
            var alert = visitor.Page.Locator("main").GetByRole(AriaRole.Alert).First;
            await Expect(alert).ToContainTextAsync("That did not work");
            await visitor.StopAsync(path);
            await alert.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(visitor.Page.Locator("main").GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            await visitor.SettleAsync();
        });
    }

    [Fact]
    public async Task Favourite_ThatIsNotSaved_IsShownAtOnceAndTakenBackWithAMessage()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            var response = new TaskCompletionSource();
            await visitor.FailAsync("/user/favourites", "POST");
            await visitor.RouteAsync("/user/favourites", async route =>
            {
                await response.Task;
                await route.FallbackAsync();
            });
            response.TrySetResult();
            await visitor.GoAsync(Titles.Matrix);
            response = new TaskCompletionSource();
            await visitor.Button("Favourite").ClickAsync();
            await Expect(visitor.Button("Favourite")).ToHaveAttributeAsync("aria-pressed", "true");
            response.SetResult();
            await Expect(visitor.Notices).ToContainTextAsync(NotSaved);
            await Expect(visitor.Button("Favourite")).ToHaveAttributeAsync("aria-pressed", "false");
        });
    }

    [Fact]
    public async Task Removal_ThatIsNotSaved_PutsTheTitleBackInItsPlace()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.FailAsync("/user/favourites", "DELETE");
            await visitor.GoAsync("/favourites");
            var remove = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Remove " });
            var before = await remove.EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.getAttribute('aria-label'))");
            await remove.Nth(1).ClickAsync();
            await Expect(visitor.Notices).ToContainTextAsync(NotSaved);
            await Expect(remove).ToHaveCountAsync(3);
            (await remove.EvaluateAllAsync<string[]>("buttons => buttons.map(button => button.getAttribute('aria-label'))"))
                .ShouldBe(before);
        });
    }

    [Fact]
    public async Task Taste_ThatIsNotSaved_IsTakenBackWithoutWhatWasSaved()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/preferences");
            var more = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "More of" });
            await visitor.Page.RunAndWaitForResponseAsync(
                () => more.GetByLabel("Comedy").ClickAsync(), response => response.Request.Method is "POST" && response.Ok);
            await visitor.FailAsync("/user/preferences", "POST");
            await more.GetByLabel("Horror").ClickAsync();
            await Expect(visitor.Notices).ToContainTextAsync(NotSaved);
            await Expect(more.GetByLabel("Horror")).Not.ToBeCheckedAsync();
            await Expect(more.GetByLabel("Comedy")).ToBeCheckedAsync();
        });
    }

    [Fact]
    public Task Config_ThatIsMissing_IsSaid() => chromium.VisitAsync(async visitor =>
    {
        await visitor.Context.RouteAsync("**/config.json", route => route.FulfillAsync(new() { Status = 404 }));
        await visitor.Page.GotoAsync("/");
        await Expect(visitor.Heading("MovieRec cannot start")).ToBeVisibleAsync();
    });
}
