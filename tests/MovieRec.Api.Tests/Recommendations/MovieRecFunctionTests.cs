using System.Text.Json;
using MovieRec.Api.Tests.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.Api.Tests.Recommendations;

public sealed class MovieRecFunctionTests
{
    [Fact]
    public async Task Ask_AUserWeKnowNothingOf_GetsWhatIsPopularAndSaysSo()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var answer = (await service.GetAsync("/recommendations", "user-a")).Json;
        answer.GetProperty("source").GetString().ShouldBe("popular");
        answer.GetProperty("metadata").GetProperty("fallbackUsed").GetBoolean().ShouldBeTrue();
        answer.GetProperty("userPreferences").GetRawText().ShouldBe("{}");
        answer.GetProperty("items").GetArrayLength().ShouldBe(9);
    }

    [Fact]
    public async Task Ask_WithLists_NeverGetsWhatIsInThem()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        await service.PostAsync("/user/favourites", new { mediaId = 348 }, "user-a");
        await service.PostAsync("/user/watchlist", new { mediaId = 949 }, "user-a");
        var answer = await service.GetAsync("/recommendations?limit=50", "user-a");
        answer.Json.GetProperty("source").GetString().ShouldBe("personalized");
        Keys(answer).ShouldNotContain("movie#348");
        Keys(answer).ShouldNotContain("movie#949");
        Keys(answer).Count.ShouldBe(7);
    }

    [Fact]
    public async Task Ask_WithATitleThatTheCatalogueDoesNotHave_NotesItForTheNextRefresh()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        await service.PostAsync("/user/favourites", new { mediaId = 348 }, "user-a");
        await service.PostAsync("/user/watchlist", new { mediaId = 5001, title = "Elsewhere" }, "user-a");
        await service.PostAsync("/user/watchlist", new { mediaId = 9_000_000_001, title = "Ours" }, "user-a");
        await service.GetAsync("/recommendations", "user-a");
        var noted = await service.Wanted.ReadAsync(TestContext.Current.CancellationToken);
        noted.ShouldHaveSingleItem().ToString().ShouldBe("movie#5001");

        // Once is enough, because each time costs a write.
        await service.Wanted.RemoveAsync(noted, TestContext.Current.CancellationToken);
        await service.GetAsync("/recommendations", "user-a");
        (await service.Wanted.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_PostWithTheSameFields_AnswersAsGetDoes()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        await service.PostAsync("/user/favourites", new { mediaId = 348 }, "user-a");
        var got = await service.GetAsync("/recommendations?mediaType=movie&limit=3&exclude=78,949&seed=5", "user-a");
        var posted = await service.PostAsync(
            "/recommendations", new { mediaType = "movie", limit = 3, exclude = new object[] { 78, "949" }, seed = 5 }, "user-a");
        Keys(posted).ShouldBe(Keys(got));
        Keys(got).ShouldNotContain("movie#78");
        Keys(got).ShouldAllBe(key => key.StartsWith("movie#"));
    }

    [Fact]
    public async Task Ask_TheSameSeed_GivesTheSameList()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        await service.PostAsync("/user/favourites", new { mediaId = 348 }, "user-a");
        Keys(await service.GetAsync("/recommendations?seed=7", "user-a"))
            .ShouldBe(Keys(await service.GetAsync("/recommendations?seed=7", "user-a")));
    }

    [Fact]
    public async Task Ask_PreferencesInTheRequest_ReplaceTheSavedFieldsForThisOnce()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        await service.PostAsync("/user/preferences", new { releaseYearStart = 2000, keywords = new[] { "kept" } }, "user-a");
        var asked = Uri.EscapeDataString("""{"releaseYearStart":1980,"releaseYearEnd":1990}""");
        var answer = await service.GetAsync($"/recommendations?limit=50&mediaType=movie&preferences={asked}", "user-a");
        Keys(answer).ShouldBe(["movie#78", "movie#679"], ignoreOrder: true);
        answer.Json.GetProperty("userPreferences").GetRawText().ShouldBe("""{"keywords":["kept"],"releaseYearStart":1980,"releaseYearEnd":1990}""");
        (await service.GetAsync("/user/preferences", "user-a")).Json.GetProperty("preferences").GetProperty("releaseYearStart").GetInt32()
            .ShouldBe(2000);
    }

    [Fact]
    public async Task Ask_PreferencesAsAnObjectInTheBody_AreTaken()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var answer = await service.PostAsync(
            "/recommendations", new { preferences = new { notInterested = new[] { "movie#348" } }, limit = 50 }, "user-a");
        Keys(answer).ShouldNotContain("movie#348");
        Keys(answer).ShouldContain("tv#348");
    }

    [Fact]
    public async Task Ask_SimilarTo_GivesNeighboursAndNeverTheTitleItself()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var answer = await service.GetAsync("/recommendations?similarTo=348&limit=3", "user-a");
        Keys(answer).ShouldNotContain("movie#348");
        Keys(answer)[0].ShouldBeOneOf("movie#679", "movie#78");
        (await service.GetAsync("/recommendations?similarTo=424242", "user-a")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Ask_AnEmptyCatalogue_IsAnEmptyListWithTheFallback()
    {
        await using var service = await Service.StartAsync();
        var answer = (await service.GetAsync("/recommendations", "user-a")).Json;
        answer.GetProperty("items").GetArrayLength().ShouldBe(0);
        answer.GetProperty("metadata").GetProperty("fallbackUsed").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=51", "limit")]
    [InlineData("mediaType=film", "mediaType")]
    [InlineData("exclude=a,b", "exclude")]
    [InlineData("seed=x", "seed")]
    [InlineData("similarTo=-1", "similarTo")]
    [InlineData("similarTo=1,2", "similarTo")]
    [InlineData("preferences=%7B", "preferences")]
    [InlineData("preferences=%5B%5D", "preferences")]
    [InlineData("preferences=%7B%22minRating%22%3A99%7D", "preferences")]
    public async Task Parameters_OfTheWrongForm_AreNamed(string query, string name)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var answer = await service.GetAsync("/recommendations?" + query, "user-a");
        (answer.Status, answer.Code).ShouldBe((400, "ValidationFailed"));
        answer.Json.GetProperty("details").TryGetProperty(name, out _).ShouldBeTrue(answer.Text);
    }

    [Theory]
    [InlineData("""{"limit":"many"}""", "limit")]
    [InlineData("""{"limit":true}""", "limit")]
    [InlineData("""{"exclude":{"a":1}}""", "exclude")]
    [InlineData("""{"preferences":"text"}""", "preferences")]
    [InlineData("""{"seed":1.5}""", "seed")]
    public async Task Fields_OfTheWrongForm_AreNamed(string body, string name)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var answer = await service.PostRawAsync("/recommendations", body, "user-a");
        answer.Json.GetProperty("details").TryGetProperty(name, out _).ShouldBeTrue(answer.Text);
    }

    private static List<string> Keys(ApiAnswer answer) =>
        [.. answer.Json.GetProperty("items").EnumerateArray().Select(item => $"{Text(item, "mediaType")}#{Text(item, "mediaId")}")];

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
