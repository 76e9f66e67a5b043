using MovieRec.Web.Tests.Hosting;
using MovieRec.Web.Tests.Surveys;

namespace MovieRec.Web.Tests.Accessibility;

public sealed class SchemeTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Desk, false)]
    public async Task EveryPage_WhenTheDeviceTurnsDark_TurnsDarkAsAWhole(Screen screen, bool signedIn) =>
        (await chromium.SurveyAsync(screen, signedIn)).Found(Question.Scheme).ShouldBeEmpty();
}
