using MovieRec.TestKit;
using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Journeys;

namespace MovieRec.Web.Tests.Sessions;

/// <summary>Errors of the sign-in and sign-up pages, which appear in plain words at their field.</summary>
public sealed class FormTests(Chromium chromium)
{
    [Fact]
    public Task WeakPassword_WhenRefused_HasTheFocus() => chromium.VisitAsync(async visitor =>
    {
        await visitor.GoAsync("/signup");
        await visitor.Page.GetByLabel("Email").FillAsync(chromium.Host.NewEmail());
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("weak");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.GetByLabel("Password", new() { Exact = true })).ToBeFocusedAsync();
    });

    [Fact]
    public async Task SignIn_WhenLockedOut_IsNotToldThatThePasswordIsWrong()
    {
        // The clock stands still, so the lock-out after the fifth wrong password does not expire.
        await using var host = await WebHost.StartAsync(BuiltSite.Folder, new ManualClock());
        var user = await host.NewUserAsync();
        for (var tries = 0; tries < 5; tries++)
            (await host.Client().PostAsync("/auth/signin", new { email = user.Email, password = "Wrong-Horse-1" })).Status.ShouldBe(401);
        await chromium.VisitAsync(new VisitorOptions { Host = host }, async visitor =>
        {
            await visitor.GoAsync("/signin");
            await SignIn.ByFormAsync(visitor, user.Email!);
            await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("this email is locked for now, for 15 minutes at most");
        });
    }
}
