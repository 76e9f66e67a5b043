using System.Net;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Serving;

/// <summary>Host without Node: no page is built, the API is served alone, and the root address says so.</summary>
public sealed class ApiAloneTests(Chromium chromium)
{
    [Fact]
    public async Task Host_WithoutABuild_ServesTheApiAndAPageThatSaysSo()
    {
        await using var host = await WebHost.StartAsync(siteFolder: null);
        using var user = await host.NewViewerAsync();
        (await user.GetAsync("/media?limit=1")).Status.ShouldBe(200);
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        (await http.GetAsync(new Uri("/favourites", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await chromium.VisitAsync(new VisitorOptions { Host = host }, async visitor =>
        {
            var response = await visitor.Page.GotoAsync("/");
            response!.Ok.ShouldBeTrue();
            await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("MovieRec");
            await Expect(visitor.Page.Locator("script")).ToHaveCountAsync(0);
        });
    }
}
