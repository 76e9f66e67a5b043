using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Surveys;

/// <summary>Every check of every page on every screen.</summary>
public sealed class SurveyTests(Chromium chromium)
{
    public static MatrixTheoryData<Question, Screen, bool> Asked { get; } =
        new(Enum.GetValues<Question>(), Enum.GetValues<Screen>(), [false, true]);

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task EveryPage_AskedAQuestion_HasNothingWrong(Question question, Screen screen, bool signedIn) =>
        (await chromium.SurveyAsync(screen, signedIn)).Found(question).ShouldBeEmpty();
}
