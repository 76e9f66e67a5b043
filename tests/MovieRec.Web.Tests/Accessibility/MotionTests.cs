using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Accessibility;

/// <summary>Who asked their device for less motion gets none.</summary>
public sealed class MotionTests(Chromium chromium)
{
    /// <summary>What would move for longer than anybody sees.</summary>
    private const string Moving = """
        () => [...document.querySelectorAll('*')].flatMap(at => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(at);
          const long = text => text.split(',').some(time => (time.trim().endsWith('ms') ? 1 : 1000) * parseFloat(time) > 10);
          const moves = (animationName !== 'none' && long(animationDuration)) || long(transitionDuration) || scrollBehavior === 'smooth';
          return moves ? [at.tagName + '.' + (at.getAttribute('class') ?? '')] : [];
        }).slice(0, 5)
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Motion_WhereLessIsWanted_IsNone(bool signedIn)
    {
        var options = new VisitorOptions { ReducedMotion = true, SignedIn = signedIn ? await chromium.Host.NewViewerAsync() : null };
        await chromium.VisitAsync(options, async visitor =>
            (await Pages.LookAtAllAsync(visitor, signedIn, async _ => await visitor.Page.EvaluateAsync<string[]>(Moving))).ShouldBeEmpty());
    }

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
            (await visitor.Page.EvaluateAsync<string[]>(Moving)).ShouldBeEmpty();
            answer.SetResult();
            await visitor.SettleAsync();
        });
    }
}
