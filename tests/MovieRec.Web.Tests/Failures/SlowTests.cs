using MovieRec.Web.Tests.Budgets;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Failures;

/// <summary>Slow API: placeholders of the final size, then a message, and no layout shift when the response comes.</summary>
public sealed class SlowTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desk)]
    public async Task Home_OnASlowApi_HoldsTheRoomAndSaysSo(Screen screen)
    {
        var options = new VisitorOptions { Screen = screen, SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            var response = new TaskCompletionSource();
            await LayoutShift.WatchAsync(visitor);
            await visitor.HoldAsync("/recommendations", response.Task);
            await visitor.HoldAsync("/media", response.Task);
            await visitor.Page.GotoAsync("/");
            await Expect(visitor.Page.Locator(".pick .skeleton").First).ToBeVisibleAsync();
            await Expect(visitor.Page.GetByText("This takes longer than it should.")).ToHaveCountAsync(0);
            await visitor.PassTimeAsync();
            await Expect(visitor.Page.GetByText("This takes longer than it should.").First).ToBeVisibleAsync();
            response.SetResult();
            await visitor.SettleAsync();
            await Expect(visitor.Page.Locator(".pick .why")).Not.ToBeEmptyAsync();
            await Expect(visitor.Page.GetByText("This takes longer than it should.")).ToHaveCountAsync(0);
            (await LayoutShift.ReadAsync(visitor)).ShouldBeLessThanOrEqualTo(LayoutShift.Most);
        });
    }

    [Fact]
    public Task Search_WhileTheNextIsOnItsWay_KeepsShowingTheLast() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/search?q=inception");
        var response = new TaskCompletionSource();
        await visitor.HoldAsync("/media", response.Task);
        var field = visitor.Page.GetByRole(AriaRole.Searchbox);
        await visitor.Page.RunAndWaitForRequestAsync(
            () => field.FillAsync("interstellar"), request => request.Url.Contains("interstellar", StringComparison.Ordinal));
        await Expect(visitor.Page.Locator(".grid-stale")).ToBeVisibleAsync();
        await Expect(visitor.Link("Inception (2010), film").First).ToBeVisibleAsync();
        response.SetResult();
        await Expect(visitor.Link("Interstellar (2014), film").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Search_WhenAnEarlierAnswerComesLate_ShowsTheLater() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/search");
        var late = new TaskCompletionSource();
        var passedOn = new TaskCompletionSource();
        await visitor.RouteAsync("/media", async route =>
        {
            var earlier = route.Request.Url.Contains("query=inception", StringComparison.Ordinal);
            if (earlier)
                await late.Task;
            await route.FallbackAsync();
            if (earlier)
                passedOn.SetResult();
        });
        var field = visitor.Page.GetByRole(AriaRole.Searchbox);
        await visitor.Page.RunAndWaitForRequestAsync(
            () => field.FillAsync("inception"), request => request.Url.Contains("query=inception", StringComparison.Ordinal));
        await field.FillAsync("interstellar");
        await Expect(visitor.Link("Interstellar (2014), film").First).ToBeVisibleAsync();
        late.SetResult();
        await passedOn.Task;
        await Expect(visitor.Page.Locator(".result-count")).ToContainTextAsync("interstellar");
        await Expect(visitor.Link("Inception (2010), film")).ToHaveCountAsync(0);
    });
}
