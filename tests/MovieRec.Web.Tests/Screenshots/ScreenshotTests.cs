using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

namespace MovieRec.Web.Tests.Screenshots;

public sealed class ScreenshotTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Desk, false)]
    public async Task EveryPage_OnThisScreen_HasItsPictures(Screen screen, bool signedIn) =>
        (await chromium.SurveyAsync(screen, signedIn)).Found(Question.Pictures).ShouldBeEmpty();
}
