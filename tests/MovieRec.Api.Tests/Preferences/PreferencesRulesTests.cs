using System.Text.Json;
using MovieRec.Api.Preferences;

namespace MovieRec.Api.Tests.Preferences;

public sealed class PreferencesRulesTests
{
    [Fact]
    public void Check_EveryKnownFieldFilled_IsFine()
    {
        const string Document = """
            {"favoriteGenres":["28","Drama"],"genreRatings":{"28":10,"18":1,"878":7.5},"keywords":["space"],"minRating":0,"maxRating":10,
             "releaseYearStart":1960,"releaseYearEnd":2026,"subgenrePreferences":["noir"],"moodPreferences":[],"eraPreferences":["1980s"],
             "languagePreferences":["en"],"criticalAcclaimPreferences":["acclaimed"],"aestheticPreferences":["neon"],
             "storyStructurePreferences":["twist"],"characterPreferences":["antihero"],
             "dealBreakers":["violence","sexualContent","profanity","slowPace","subtitles"],"runtimePreference":"medium",
             "internationalContentPreference":"veryOpen","contentDiscoveryPreference":["trending","hiddenGems","awardWinning"],
             "favoritePeople":{"actors":["Sigourney Weaver"],"directors":["Ridley Scott"]},"favoriteContent":"Alien, Heat",
             "questionnaireCompleted":true,"notInterested":["movie#603","tv#1399"],"anything":{"else":[1,2,3]}}
            """;
        Check(Document).ShouldBeNull();
    }

    [Fact]
    public void Check_NullsAndAnOpenChoice_AreFieldsLeftOpen() =>
        Check("""{"minRating":null,"runtimePreference":"","favoriteGenres":null,"favoritePeople":null,"questionnaireCompleted":null}""").ShouldBeNull();

    [Theory]
    [InlineData("""{"favoriteGenres":"28"}""", "favoriteGenres")]
    [InlineData("""{"favoriteGenres":[28]}""", "favoriteGenres")]
    [InlineData("""{"keywords":{"a":1}}""", "keywords")]
    [InlineData("""{"keywords":["a\u0000b"]}""", "keywords")]
    [InlineData("""{"genreRatings":[1]}""", "genreRatings")]
    [InlineData("""{"genreRatings":{"28":0}}""", "genreRatings")]
    [InlineData("""{"genreRatings":{"28":11}}""", "genreRatings")]
    [InlineData("""{"genreRatings":{"28":"7"}}""", "genreRatings")]
    [InlineData("""{"genreRatings":{"nonsense":7}}""", "genreRatings")]
    [InlineData("""{"minRating":-0.1}""", "minRating")]
    [InlineData("""{"minRating":"7"}""", "minRating")]
    [InlineData("""{"maxRating":1e309}""", "maxRating")]
    [InlineData("""{"minRating":9,"maxRating":3}""", "minRating")]
    [InlineData("""{"releaseYearStart":1999.5}""", "releaseYearStart")]
    [InlineData("""{"releaseYearEnd":99}""", "releaseYearEnd")]
    [InlineData("""{"releaseYearStart":2020,"releaseYearEnd":1990}""", "releaseYearStart")]
    [InlineData("""{"dealBreakers":["gore"]}""", "dealBreakers")]
    [InlineData("""{"runtimePreference":"epic"}""", "runtimePreference")]
    [InlineData("""{"runtimePreference":3}""", "runtimePreference")]
    [InlineData("""{"contentDiscoveryPreference":["best"]}""", "contentDiscoveryPreference")]
    [InlineData("""{"favoritePeople":["Ridley Scott"]}""", "favoritePeople")]
    [InlineData("""{"favoritePeople":{"actors":"Sigourney Weaver"}}""", "favoritePeople.actors")]
    [InlineData("""{"favoritePeople":{"directors":[1]}}""", "favoritePeople.directors")]
    [InlineData("""{"favoriteContent":["Alien"]}""", "favoriteContent")]
    [InlineData("""{"questionnaireCompleted":"yes"}""", "questionnaireCompleted")]
    [InlineData("""{"notInterested":["603"]}""", "notInterested")]
    public void Check_AFieldOfTheWrongForm_IsNamed(string document, string field) =>
        Check(document).ShouldNotBeNull().Details.ShouldNotBeNull().Keys.ShouldBe([field]);

    [Fact]
    public void Check_SeveralMistakes_AreAllNamed() =>
        Check("""{"minRating":11,"keywords":1,"runtimePreference":"x"}""")!.Details!.Keys.ShouldBe(["minRating", "keywords", "runtimePreference"], ignoreOrder: true);

    [Theory]
    [InlineData(5_000, null)]
    [InlineData(5_001, "notInterested")]
    public void Check_DismissedTitles_AreAsManyAsSomebodyMayHaveWatched(int count, string? refused) =>
        (Check($$"""{"notInterested":[{{string.Join(',', Enumerable.Range(1, count).Select(i => $"\"movie#{i}\""))}}]}""")?.Details?.Keys.Single()).ShouldBe(refused);

    private static Api.Outcomes.Failure? Check(string document) => PreferencesRules.Check(JsonDocument.Parse(document).RootElement);
}
