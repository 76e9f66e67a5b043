using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

public sealed class LayoutShiftTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Desk, false)]
    public async Task Layout_OfEveryPageWhileItLoads_DoesNotJump(Screen screen, bool signedIn)
    {
        var options = new VisitorOptions { Screen = screen, SignedIn = signedIn ? await chromium.Host.NewViewerAsync() : null };
        await chromium.VisitAsync(options, async visitor =>
        {
            await LayoutShift.WatchAsync(visitor);
            var jumping = await Pages.LookAtAllAsync(visitor, signedIn, async name =>
            {
                var shift = await LayoutShift.ReadAsync(visitor);
                TestContext.Current.TestOutputHelper!.WriteLine($"{screen} {name}: {shift:0.0000}");
                return shift > LayoutShift.Most ? [$"{shift:0.0000} on {screen} ({await LayoutShift.DescribeAsync(visitor)})"] : [];
            });
            jumping.ShouldBeEmpty();
        });
    }
}
