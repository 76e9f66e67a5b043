using System.Collections.Concurrent;
using MovieRec.TestKit;
using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Journeys;

namespace MovieRec.Web.Tests.Sessions;

/// <summary>Tokens that expire at the server, whose clock the test moves, while the page regards them as valid.</summary>
public sealed class ExpiredTokenTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] s_own = ["/user/favourites", "/user/watchlist", "/user/preferences"];

    private readonly ManualClock _clock = new();
    private WebHost? _host;

    public async ValueTask InitializeAsync() => _host = await WebHost.StartAsync(BuiltSite.Folder, _clock);

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task AccessToken_RunOutInTheMiddle_IsRefreshedOnceForAllCallsAtATime()
    {
        var options = new VisitorOptions { Host = _host, SignedIn = await _host!.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            var refused = new ConcurrentBag<string>();
            visitor.Page.Response += (_, response) =>
            {
                if (response.Status == 401)
                    refused.Add(response.Url);
            };
            await Task.WhenAll([visitor.GoAsync("/account"), .. s_own.Select(path => visitor.RespondAsync("GET", path))]);
            visitor.Asked("POST", "/auth/refresh").ShouldBe(1, "the lists and the preferences are read at once, with one token");
            await visitor.Navigation("Search").ClickAsync();
            await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("the matrix");
            await visitor.Link("The Matrix (1999), film").First.ClickAsync();
            await visitor.ArriveAtAsync(Titles.Matrix);
            await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "More like this" }).GetByRole(AriaRole.Link).First)
                .ToBeVisibleAsync();
            refused.ShouldBeEmpty();

            _clock.Advance(TimeSpan.FromHours(2));
            var kept = s_own.Select(path => visitor.RespondAsync("POST", path)).ToArray();
            // All at once, faster than a user could.
            await visitor.Page.EvaluateAsync("() => document.querySelectorAll('.title-body .action').forEach(button => button.click())");
            foreach (var button in new[] { "Favourite", "Watchlist", "Not interested" })
                await Expect(visitor.Button(button).First).ToHaveAttributeAsync("aria-pressed", "true");
            await Task.WhenAll(kept);
            await visitor.GoAsync("/favourites");
            await Expect(visitor.Link("The Matrix (1999), film").First).ToBeVisibleAsync();
            refused.Count.ShouldBeGreaterThan(1, "several requests were rejected at a time");
            visitor.Asked("POST", "/auth/refresh").ShouldBe(3, "one for all rejected requests, one for the page that was opened anew");
        });
    }

    [Fact]
    public async Task RefreshToken_RunOutInTheMiddle_AsksToSignInAndComesBack()
    {
        var user = await _host!.NewViewerAsync();
        await chromium.VisitAsync(new VisitorOptions { Host = _host, SignedIn = user }, async visitor =>
        {
            await visitor.GoAsync("/preferences");
            _clock.Advance(TimeSpan.FromDays(400));
            await visitor.Page.GetByRole(AriaRole.Group, new() { Name = "More of" }).GetByLabel("Comedy").ClickAsync();
            await visitor.ArriveAtAsync("/signin?next=%2Fpreferences");
            await Expect(visitor.Page.GetByText("Your session has ended.").First).ToBeVisibleAsync();
            (await visitor.StoredAsync()).ShouldNotContain(kept => kept.Contains(user.RefreshToken!, StringComparison.Ordinal));
            await SignIn.ByFormAsync(visitor, user.Email!);
            await visitor.ArriveAtAsync("/preferences");
            await Expect(visitor.Heading("Your taste")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task RefreshToken_ThatIsNoneAtAll_EndsTheSessionAtTheFirstCall()
    {
        var user = await _host!.NewViewerAsync();
        await chromium.VisitAsync(new VisitorOptions { Host = _host, SignedIn = user }, async visitor =>
        {
            await visitor.FailAsync("/auth/refresh", status: 401, body: """{"error":"Refresh token is invalid","code":"NotAuthorizedException"}""");
            await visitor.Page.GotoAsync("/watchlist");
            await visitor.ArriveAtAsync("/signin?next=%2Fwatchlist");
            (await visitor.StoredAsync()).ShouldNotContain(kept => kept.Contains(user.RefreshToken!, StringComparison.Ordinal));
        });
    }
}
