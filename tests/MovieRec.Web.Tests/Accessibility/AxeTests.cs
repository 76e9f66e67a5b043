using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Findings of axe-core in page states that not every visitor sees.</summary>
public sealed class AxeTests(Chromium chromium)
{
    [Fact]
    public async Task Page_WithANoticeAnAlertOrAnErrorInAField_HasNoViolation()
    {
        var options = new VisitorOptions { ReducedMotion = true, SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/favourites");
            await visitor.Button("Remove Inception").ClickAsync();
            await Expect(visitor.Notices).ToContainTextAsync("Inception is no longer in your favourites.");
            (await ViolationsAsync(visitor)).ShouldBeEmpty();
            await visitor.FailAsync("/recommendations");
            await visitor.GoAsync("/");
            (await ViolationsAsync(visitor)).ShouldBeEmpty();
        });
        await chromium.VisitAsync(new VisitorOptions { ReducedMotion = true, Dark = true }, async visitor =>
        {
            await visitor.GoAsync("/signup");
            await visitor.Button("Send me a code").ClickAsync();
            await Expect(visitor.Page.GetByLabel("Email")).ToBeFocusedAsync();
            (await ViolationsAsync(visitor)).ShouldBeEmpty();
        });
    }

    private static async Task<string[]> ViolationsAsync(Visitor visitor)
    {
        await Axe.InjectAsync(visitor.Page);
        return await Axe.LookAsync(visitor.Page);
    }
}
