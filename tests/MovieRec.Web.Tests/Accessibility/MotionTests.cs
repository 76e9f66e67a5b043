using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Who asked their device for less motion gets none.</summary>
public sealed class MotionTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Desk, false)]
    public async Task Motion_WhereLessIsWanted_IsNone(Screen screen, bool signedIn) =>
        (await chromium.SurveyAsync(screen, signedIn)).Found(Question.Motion).ShouldBeEmpty();

    [Fact]
    public async Task Skeletons_WhereLessMotionIsWanted_StandStill()
    {
        var options = new VisitorOptions { ReducedMotion = true, SignedIn = await chromium.Host.NewViewerAsync() };
        await chromium.VisitAsync(options, async visitor =>
        {
            var answer = new TaskCompletionSource();
            await visitor.HoldAsync("/recommendations", answer.Task);
            await visitor.Page.GotoAsync("/");
            await Expect(visitor.Page.Locator(".pick .skeleton").First).ToBeVisibleAsync();
            (await Motion.LookAsync(visitor.Page)).ShouldBeEmpty();
            answer.SetResult();
            await visitor.SettleAsync();
        });
    }
}
