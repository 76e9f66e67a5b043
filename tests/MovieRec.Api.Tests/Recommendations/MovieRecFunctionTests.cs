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
        var response = (await service.GetAsync("/recommendations", "user-a")).Json;
        response.GetProperty("source").GetString().ShouldBe("popular");
        response.GetProperty("metadata").GetProperty("fallbackUsed").GetBoolean().ShouldBeTrue();
        response.GetProperty("userPreferences").GetRawText().ShouldBe("{}");
        response.GetProperty("items").GetArrayLength().ShouldBe(9);
    }

    [Fact]
    public async Task Ask_WithLists_NeverGetsWhatIsInThem()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        await service.PostAsync("/user/favourites", new { mediaId = 348 }, "user-a");
        await service.PostAsync("/user/watchlist", new { mediaId = 949 }, "user-a");
        var response = await service.GetAsync("/recommendations?limit=50", "user-a");
        response.Json.GetProperty("source").GetString().ShouldBe("personalized");
        Keys(response).ShouldNotContain("movie#348");
        Keys(response).ShouldNotContain("movie#949");
        Keys(response).Count.ShouldBe(7);
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
        var response = await service.GetAsync($"/recommendations?limit=50&mediaType=movie&preferences={asked}", "user-a");
        Keys(response).ShouldBe(["movie#78", "movie#679"], ignoreOrder: true);
        response.Json.GetProperty("userPreferences").GetRawText().ShouldBe("""{"keywords":["kept"],"releaseYearStart":1980,"releaseYearEnd":1990}""");
        (await service.GetAsync("/user/preferences", "user-a")).Json.GetProperty("preferences").GetProperty("releaseYearStart").GetInt32()
            .ShouldBe(2000);
    }

    [Fact]
    public async Task Ask_PreferencesAsAnObjectInTheBody_AreTaken()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var response = await service.PostAsync(
            "/recommendations", new { preferences = new { notInterested = new[] { "movie#348" } }, limit = 50 }, "user-a");
        Keys(response).ShouldNotContain("movie#348");
        Keys(response).ShouldContain("tv#348");
    }

    [Fact]
    public async Task Ask_SimilarTo_GivesNeighboursAndNeverTheTitleItself()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var response = await service.GetAsync("/recommendations?similarTo=348&limit=3", "user-a");
        Keys(response).ShouldNotContain("movie#348");
        Keys(response)[0].ShouldBeOneOf("movie#679", "movie#78");
        (await service.GetAsync("/recommendations?similarTo=424242", "user-a")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Ask_AnEmptyCatalogue_IsAnEmptyListWithTheFallback()
    {
        await using var service = await Service.StartAsync();
        var response = (await service.GetAsync("/recommendations", "user-a")).Json;
        response.GetProperty("items").GetArrayLength().ShouldBe(0);
        response.GetProperty("metadata").GetProperty("fallbackUsed").GetBoolean().ShouldBeTrue();
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
        var response = await service.GetAsync("/recommendations?" + query, "user-a");
        (response.Status, response.Code).ShouldBe((400, "ValidationFailed"));
        response.Json.GetProperty("details").TryGetProperty(name, out _).ShouldBeTrue(response.Text);
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
        var response = await service.PostRawAsync("/recommendations", body, "user-a");
        response.Json.GetProperty("details").TryGetProperty(name, out _).ShouldBeTrue(response.Text);
    }

    private static List<string> Keys(ClientResponse response) =>
        [.. response.Json.GetProperty("items").EnumerateArray().Select(item => $"{Text(item, "mediaType")}#{Text(item, "mediaId")}")];

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
