using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>What axe-core finds: WCAG 2.0 to 2.2, A and AA, and its own best practices, on every page.</summary>
public sealed class AxeTests(Chromium chromium)
{
    private static readonly AxeRunOptions s_rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    [Theory]
    [InlineData(Screen.Phone, false, false)]
    [InlineData(Screen.Phone, false, true)]
    [InlineData(Screen.Phone, true, true)]
    [InlineData(Screen.Desk, true, false)]
    [InlineData(Screen.Desk, false, true)]
    [InlineData(Screen.Desk, true, true)]
    public async Task EveryPage_AsAxeSeesIt_HasNoViolation(Screen screen, bool dark, bool signedIn)
    {
        var options = new VisitorOptions
        {
            Screen = screen,
            Dark = dark,
            ReducedMotion = true,
            SignedIn = signedIn ? await chromium.Host.NewViewerAsync() : null,
        };
        await chromium.VisitAsync(options, async visitor =>
        {
            var found = await Pages.LookAtAllAsync(visitor, signedIn, _ => ViolationsAsync(visitor));
            found.ShouldBeEmpty();
        });
    }

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

    private static async Task<IEnumerable<string>> ViolationsAsync(Visitor visitor)
    {
        var result = await visitor.Page.RunAxe(s_rules);
        return result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}\n    {string.Join("\n    ", violation.Nodes.Take(4).Select(node => $"{node.Target} {node.Any.FirstOrDefault()?.Message} in {node.Html}"))}");
    }
}
