using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>What axe-core finds on every page: all of it in light colours, what concerns colours in dark ones.</summary>
public sealed class AxeTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, false, false)]
    [InlineData(Screen.Phone, false, true)]
    [InlineData(Screen.Phone, true, false)]
    [InlineData(Screen.Phone, true, true)]
    [InlineData(Screen.Desk, false, false)]
    [InlineData(Screen.Desk, false, true)]
    [InlineData(Screen.Desk, true, false)]
    [InlineData(Screen.Desk, true, true)]
    public async Task EveryPage_AsAxeSeesIt_HasNoViolation(Screen screen, bool dark, bool signedIn) =>
        (await chromium.SurveyAsync(screen, signedIn)).Found(dark ? Question.AxeInTheDark : Question.Axe).ShouldBeEmpty();

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
