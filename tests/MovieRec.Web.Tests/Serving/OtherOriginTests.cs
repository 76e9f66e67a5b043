using MovieRec.Api.Http;
using MovieRec.Emulators.Processes;
using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Journeys;

namespace MovieRec.Web.Tests.Serving;

/// <summary>Same build on a static host set up by <c>docs/web.md</c>, with the API at another origin by <c>config.json</c> alone.</summary>
public sealed class OtherOriginTests(Chromium chromium)
{
    [Fact]
    public async Task Page_WithTheApiAtAnotherOrigin_SignsInAndRecommends()
    {
        var port = LoopbackPort.Free();
        await using var api = await WebHost.StartAsync(siteFolder: null, cors: CorsPolicy.Parse(StaticHost.GetAddress(port)));
        await using var site = await StaticHost.StartAsync(port, BuiltSite.Folder, api.Address);
        using var user = await api.NewViewerAsync();
        await chromium.VisitAsync(new VisitorOptions { Address = site.Address, Elsewhere = api.Address }, async visitor =>
        {
            await visitor.GoAsync("/signin");
            await SignIn.ByFormAsync(visitor, user.Email!);
            await visitor.ArriveAtAsync("/");
            await Expect(visitor.Page.Locator(".pick .why")).Not.ToBeEmptyAsync();
            // A write sends a CORS preflight request to the API first.
            await visitor.GoAsync(Titles.Matrix);
            await visitor.Page.RunAndWaitForResponseAsync(
                () => visitor.Button("Favourite").ClickAsync(), response => response.Request.Method is "POST" && response.Ok);
            await Expect(visitor.Button("Favourite")).ToHaveAttributeAsync("aria-pressed", "true");
        });
    }
}
