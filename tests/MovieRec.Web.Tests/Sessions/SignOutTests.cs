using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Journeys;

namespace MovieRec.Web.Tests.Sessions;

/// <summary>Stored session data: its content, its place and its lifetime.</summary>
public sealed class SignOutTests(Chromium chromium)
{
    [Fact]
    public async Task RefreshToken_WithoutStayingSignedIn_IsKeptForTheTabAlone()
    {
        var user = await chromium.Host.ReaderAsync();
        await chromium.VisitAsync(async visitor =>
        {
            await visitor.GoAsync("/signin");
            await SignIn.ByFormAsync(visitor, user.Email!);
            await visitor.ArriveAtAsync("/");
            (await visitor.Page.EvaluateAsync<string?>("() => localStorage.getItem('movierec.session')")).ShouldBeNull();
            (await visitor.Page.EvaluateAsync<string?>("() => sessionStorage.getItem('movierec.session')")).ShouldNotBeNull();
            (await visitor.StoredAsync()).ShouldNotContain(
                kept => kept.Contains("eyJ", StringComparison.Ordinal) && kept.Contains("access", StringComparison.OrdinalIgnoreCase));
            await visitor.Page.ReloadAsync();
            await visitor.SettleAsync();
            await Expect(visitor.Page.Locator("#pick")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task SignOut_InOneTab_ClearsTheTokenAndSignsOutTheOtherTab()
    {
        var options = new VisitorOptions { SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            var other = await visitor.Context.NewPageAsync();
            await other.GotoAsync("/favourites");
            await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Favourites" })).ToBeVisibleAsync();
            await visitor.GoAsync("/watchlist");
            await visitor.GoAsync("/account");
            await visitor.Button("Sign out").ClickAsync();
            await visitor.ArriveAtAsync("/");
            (await visitor.StoredAsync()).ShouldNotContain(kept => kept.StartsWith("movierec.session", StringComparison.Ordinal));
            await Expect(other).ToHaveURLAsync($"{visitor.Address}/signin?next=%2Ffavourites");
            await visitor.Page.GoBackAsync();
            await visitor.ArriveAtAsync("/signin?next=%2Fwatchlist");
            await Expect(visitor.Link("Breaking Bad (2008), series")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysSoAtTheFormAndKeepsTheEmail()
    {
        var user = await chromium.Host.NewViewerAsync();
        await chromium.VisitAsync(async visitor =>
        {
            await visitor.GoAsync("/signin");
            await visitor.Page.GetByLabel("Email").FillAsync(user.Email!);
            await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("Wrong-Horse-1");
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Email or password is wrong.");
            await Expect(visitor.Page.GetByLabel("Email")).ToHaveValueAsync(user.Email!);
        });
    }
}
