using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

namespace MovieRec.Web.Tests.Budgets;

public sealed class LayoutShiftTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Desk, false)]
    public async Task Layout_OfEveryPageWhileItLoads_DoesNotJump(Screen screen, bool signedIn) =>
        (await chromium.SurveyAsync(screen, signedIn)).Found(Question.LayoutShift).ShouldBeEmpty();
}
