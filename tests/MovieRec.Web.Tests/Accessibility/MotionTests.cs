using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Absence of motion for users whose device asks for less of it.</summary>
public sealed class MotionTests(Chromium chromium)
{
    [Fact]
    public async Task Skeletons_WhereLessMotionIsWanted_StandStill()
    {
        var options = new VisitorOptions { ReducedMotion = true, SignedIn = await chromium.Host.ReaderAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            var response = new TaskCompletionSource();
            await visitor.HoldAsync("/recommendations", response.Task);
            await visitor.Page.GotoAsync("/");
            await Expect(visitor.Page.Locator(".pick .skeleton").First).ToBeVisibleAsync();
            (await Motion.LookAsync(visitor.Page)).ShouldBeEmpty();
            response.SetResult();
            await visitor.SettleAsync();
        });
    }
}
