using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Failures;

/// <summary>Page without a network, with the worker installed: it opens, says so, and resumes with the network.</summary>
public sealed class OfflineTests(Chromium chromium)
{
    private const string Controlled = "() => navigator.serviceWorker.controller !== null";

    /// <summary>Script that tells if the worker has cached the catalogue data that was read.</summary>
    private const string PutAway = """
        async () => {
          const read = performance.getEntriesByType('resource').map(({ name }) => name).filter(name => new URL(name).pathname === '/prod/media');
          return read.length > 0 && (await Promise.all(read.map(name => caches.match(name)))).every(Boolean);
        }
        """;

    [Fact]
    public async Task Home_OpenedOffline_ShowsTheShellAndRecoversByItself()
    {
        var options = new VisitorOptions
        {
            WholeBrowser = true,
            Worker = true,
            TimersStopFrom = 100_000,
            SignedIn = await chromium.Host.ReaderAsync(),
        };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/");
            await visitor.Page.WaitForFunctionAsync(Controlled);
            await visitor.Page.ReloadAsync();
            await visitor.SettleAsync();
            await visitor.ReadThroughAsync();
            await visitor.Page.WaitForFunctionAsync(PutAway);

            await visitor.Context.SetOfflineAsync(true);
            await Expect(visitor.Page.GetByText("You are offline. What was read already can still be seen.")).ToBeVisibleAsync();
            await visitor.Page.ReloadAsync();
            await visitor.SettleAsync();
            await Expect(visitor.Page.GetByText("You are offline", new() { Exact = true }).First).ToBeVisibleAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Trending now" }).GetByRole(AriaRole.Link).First)
                .ToBeVisibleAsync();

            await visitor.Context.SetOfflineAsync(false);
            await Expect(visitor.Page.Locator(".pick .why")).Not.ToBeEmptyAsync();
            await Expect(visitor.Page.Locator(".offline")).ToBeEmptyAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public Task Search_WhenTheNetworkGoes_SaysSoAndFindsWhenItIsBack() =>
        chromium.VisitAsync(new VisitorOptions { WholeBrowser = true, Worker = true, TimersStopFrom = 100_000 }, async visitor =>
    {
        await visitor.GoAsync("/search");
        await visitor.Page.WaitForFunctionAsync(Controlled);
        await visitor.Context.SetOfflineAsync(true);
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("blade runner");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You are offline");
        await visitor.Context.SetOfflineAsync(false);
        await Expect(visitor.Link("Blade Runner (1982), film").First).ToBeVisibleAsync();
    });

    [Fact]
    public async Task Favourite_ChosenOffline_IsTakenBackWithAMessage()
    {
        var options = new VisitorOptions { WholeBrowser = true, SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync(Titles.Matrix);
            await visitor.Context.SetOfflineAsync(true);
            await visitor.Button("Favourite").ClickAsync();
            await Expect(visitor.Notices).ToContainTextAsync("That was not saved. There is no connection to the service.");
            await Expect(visitor.Button("Favourite")).ToHaveAttributeAsync("aria-pressed", "false");
        });
    }

    [Fact]
    public Task Manifest_OfThePage_MakesItInstallable() => chromium.VisitAsync(new VisitorOptions { WholeBrowser = true }, async visitor =>
    {
        await visitor.GoAsync("/");
        var devtools = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        var manifest = await devtools.SendAsync("Page.getAppManifest");
        manifest!.Value.GetProperty("errors").GetArrayLength().ShouldBe(0);
        manifest.Value.GetProperty("url").GetString().ShouldBe($"{visitor.Address}/manifest.webmanifest");
        var problems = await devtools.SendAsync("Page.getInstallabilityErrors");
        // Every visitor of these tests has a private profile, which cannot install anything; no other obstacle may exist.
        problems!.Value.GetProperty("installabilityErrors").EnumerateArray().Select(problem => problem.GetProperty("errorId").GetString())
            .Where(problem => problem is not "in-incognito").ShouldBeEmpty();
    });
}
