using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Safety;

/// <summary>Protection of the page against hostile content.</summary>
/// <remarks>In addition, every test of this suite fails on a request to another host or a breach of the Content-Security-Policy.</remarks>
public sealed class ContentTests(Chromium chromium)
{
    private const string Attack = "<img src=x onerror=\"globalThis.attacked=true\"><b>bold</b>";

    [Fact]
    public Task Html_InATitle_IsShownAsText() => chromium.VisitAsync(async visitor =>
    {
        await visitor.ChangeTitlesAsync(title =>
        {
            title["title"] = Attack;
            title["name"] = Attack;
            title["overview"] = Attack;
        });
        await visitor.GoAsync("/");
        await Expect(visitor.Page.Locator("main").GetByText(Attack).First).ToBeVisibleAsync();
        await visitor.GoAsync(Titles.Matrix);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Attack);
        await Expect(visitor.Page.Locator(".overview")).ToHaveTextAsync(Attack);
        (await visitor.Page.EvaluateAsync<bool>(
            "() => globalThis.attacked === true || document.querySelector('main b > b, main img[src=x]') !== null")).ShouldBeFalse();
    });

    [Fact]
    public async Task Html_InPreferencesAndSearches_IsShownAsText()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/preferences");
            await visitor.Page.GetByLabel("Actors").First.FillAsync(Attack);
            await visitor.Page.RunAndWaitForResponseAsync(
                () => visitor.Page.Keyboard.PressAsync("Enter"), response => response.Request.Method is "POST" && response.Ok);
            await visitor.Page.ReloadAsync();
            await visitor.SettleAsync();
            await Expect(visitor.Page.Locator(".tag").GetByText(Attack)).ToBeVisibleAsync();
            await visitor.GoAsync($"/search?q={Uri.EscapeDataString(Attack)}");
            await Expect(visitor.Page.Locator(".result-count")).ToContainTextAsync(Attack);
            (await visitor.Page.EvaluateAsync<bool>("() => globalThis.attacked === true || document.querySelector('main img') !== null"))
                .ShouldBeFalse();
        });
    }

    [Fact]
    public Task Script_PutIntoTheDocument_IsNotRun() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/");
        var refused = await visitor.Page.EvaluateAsync<bool>(
            "() => { try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"globalThis.attacked=true\">'); return "
            + "false; } catch { return globalThis.attacked === undefined; } }");
        refused.ShouldBeTrue("require-trusted-types-for rejects HTML from a string");
        visitor.Forgive("Trusted");
    });

    [Fact]
    public Task Policy_OfThePage_AllowsItsOwnScriptsAndTheImageHostAlone() => chromium.VisitAsync(async visitor =>
    {
        var response = await visitor.Page.GotoAsync("/");
        var policy = await response!.HeaderValueAsync("content-security-policy");
        policy.ShouldNotBeNull();
        var parts = policy.Split(';', StringSplitOptions.TrimEntries);
        parts.ShouldContain("default-src 'none'");
        parts.ShouldContain("script-src 'self'");
        parts.ShouldContain("connect-src 'self'");
        parts.ShouldContain("img-src 'self' https://image.tmdb.org");
        parts.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        (await response.HeaderValueAsync("x-content-type-options")).ShouldBe("nosniff");
        (await response.HeaderValueAsync("referrer-policy")).ShouldBe("no-referrer");
        await visitor.SettleAsync();
    });
}
