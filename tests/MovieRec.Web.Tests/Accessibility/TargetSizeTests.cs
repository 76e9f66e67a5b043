using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

namespace MovieRec.Web.Tests.Accessibility;

public sealed class TargetSizeTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Desk, false)]
    public async Task Targets_OfEveryPage_AreLargeEnoughForAThumb(Screen screen, bool signedIn) =>
        (await chromium.SurveyAsync(screen, signedIn)).Found(Question.Targets).ShouldBeEmpty();
}
