using MovieRec.Api.Catalogues;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Tests.MediaLists;

public sealed class MediaListFunctionTests
{
    public static TheoryData<string> Lists => ["/user/favourites", "/user/watchlist"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Add_ATitleOfTheCatalogue_TakesItsFactsFromThere(string path)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var added =
            await service.PostAsync(
                path, new { mediaId = 348, mediaType = "movie", title = "Wrong", posterPath = "/wrong.jpg", backdropPath = "/mine.jpg" },
                "user-a");
        var item = added.Json.GetProperty("item");
        item.GetProperty("title").GetString().ShouldBe("Alien");
        item.GetProperty("posterPath").GetString().ShouldBe("/alien.jpg");
        item.GetProperty("backdropPath").GetString().ShouldBe("/mine.jpg");
        item.GetProperty("genreIds").EnumerateArray().Select(genre => genre.GetInt32()).ShouldBe([27, 878]);
        item.GetProperty("mediaId").GetString().ShouldBe("348");
        item.GetProperty("movieId").GetString().ShouldBe("348");
        (await service.GetAsync(path, "user-a")).Json.GetProperty("items")[0].GetRawText().ShouldBe(item.GetRawText());
    }

    /// <summary>Splits long pages: Lambda rejects a response above 6 MB, in which every quote of the body takes two bytes.</summary>
    [Fact]
    public async Task Read_AListOfTheLongestEntries_IsCutAndGoesOnWhereItWasCut()
    {
        await using var service = await Service.StartAsync();
        var overview = string.Concat(Enumerable.Repeat("\\\"", 4_000));
        foreach (var id in Enumerable.Range(1, 620))
            (await service.PostRawAsync("/user/watchlist", $$"""{"mediaId":{{id}},"title":"Long","overview":"{{overview}}"}""", "user-a")).Status.ShouldBe(200);

        var (ids, token, pages) = (new List<string>(), "", 0);
        do
        {
            var page =
                await service.GetAsync($"/user/watchlist{(token.Length > 0 ? $"?nextToken={Uri.EscapeDataString(token)}" : "")}", "user-a");
            MovieRec.Api.Http.WireJson.Write(page.Text, static (writer, text) => writer.WriteStringValue(text)).Length.ShouldBeLessThan(
                5_000_000);
            ids.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("mediaId").GetString()!));
            token = page.Json.TryGetProperty("nextToken", out var next) ? next.GetString()! : "";
            pages++;
        }
        while (token.Length > 0);

        ids.Distinct().Count().ShouldBe(620);
        ids.Count.ShouldBe(620);
        pages.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("""{"id":5001,"media_type":"tv","name":"New Show","poster_path":"/p.jpg","backdrop_path":"/b.jpg","first_air_date":"2020-01-01","vote_average":7.5,"genre_ids":[18],"popularity":3.5,"overview":"O"}""")]
    [InlineData("""{"movieId":"5001","mediaType":"tv","title":"New Show","posterPath":"/p.jpg","backdropPath":"/b.jpg","releaseDate":"2020-01-01","voteAverage":7.5,"genreIds":[18],"popularity":3.5,"overview":"O"}""")]
    public async Task Add_AnOlderClientsSpelling_IsTheSameEntry(string body)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var added = await service.PostRawAsync("/user/favourites", body, "user-a");
        added.Json.GetProperty("item").GetRawText().ShouldBe(
            """{"mediaId":"5001","movieId":"5001","mediaType":"tv","title":"New Show","posterPath":"/p.jpg","backdropPath":"/b.jpg","releaseDate":"2020-01-01","voteAverage":7.5,"popularity":3.5,"genreIds":[18],"overview":"O","addedAt":"2026-11-22T10:00:00.000Z"}""");
    }

    /// <summary>Adds a title that a search found at TMDB, which has only a list's facts until a refresh.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Add_ATitleKnownInPart_TakesWhatIsKnownAndKeepsTheRest(string path)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var key = new TitleKey(MediaKind.Tv, 77);
        await service.Titles.WriteAsync(
            [new TitleRecord(
                new Title { Key = key, Name = "Known", GenreIds = [], PosterPath = "/known.jpg", Popularity = 4 }) { HasDetails = false }],
            TestContext.Current.CancellationToken);
        var item = (await service.PostAsync(
            path,
            new
            {
                mediaId = 77,
                mediaType = "tv",
                title = "Sent",
                posterPath = "/sent.jpg",
                overview = "Mine",
                releaseDate = "2001-01-01",
                voteAverage = 6.5,
                genreIds = new[] { 18 }
            },
            "user-a")).Json.GetProperty("item");
        (item.GetProperty("title").GetString(), item.GetProperty("posterPath").GetString()).ShouldBe(("Known", "/known.jpg"));
        (item.GetProperty("overview").GetString(), item.GetProperty("releaseDate").GetString(), item.GetProperty("voteAverage").GetDouble())
            .ShouldBe(("Mine", "2001-01-01", 6.5));
        item.GetProperty("genreIds").EnumerateArray().Select(genre => genre.GetInt32()).ShouldBe([18]);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Add_ByTheEmbeddedNumberOfAMatchedTitle_TakesTheFactsOfTheMatchUnderThatNumber(string path)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var embedded = new TitleKey(MediaKind.Movie, TitleKey.FirstEmbeddedId + 7);
        await service.Titles.WriteAsync(
            [new TitleRecord(
                SampleTitles.Alien with { Key = embedded, Name = "Alien (ours)", PosterPath = null }) { Alias = SampleTitles.Alien.Key }],
            TestContext.Current.CancellationToken);
        var item = (await service.PostAsync(path, new { mediaId = embedded.Id }, "user-a")).Json.GetProperty("item");
        (item.GetProperty("mediaId").GetString(), item.GetProperty("title").GetString(), item.GetProperty("posterPath").GetString())
            .ShouldBe((embedded.Id.ToString(), "Alien", "/alien.jpg"));
    }

    [Fact]
    public async Task Add_Twice_KeepsTheFirstAddedAt()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        await service.PostAsync("/user/favourites", new { mediaId = "78" }, "user-a");
        service.Clock.Advance(TimeSpan.FromHours(1));
        var again = await service.PostAsync("/user/favourites", new { mediaId = 78, mediaType = "movie" }, "user-a");
        again.Json.GetProperty("item").GetProperty("addedAt").GetString().ShouldBe("2026-11-22T10:00:00.000Z");
        (await service.GetAsync("/user/favourites", "user-a")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Remove_WithoutAKind_TakesBothWithThatNumber()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        foreach (var kind in (string[])["movie", "tv"])
            await service.PostAsync("/user/favourites", new { mediaId = 348, mediaType = kind }, "user-a");
        (await service.DeleteAsync("/user/favourites?mediaId=348&mediaType=tv", "user-a")).Status.ShouldBe(200);
        (await service.GetAsync("/user/favourites", "user-a")).Json.GetProperty("items")[0].GetProperty("mediaType").GetString()
            .ShouldBe("movie");
        await service.PostAsync("/user/favourites", new { mediaId = 348, mediaType = "tv" }, "user-a");
        (await service.DeleteAsync("/user/favourites", "user-a", new { mediaId = "348" })).Status.ShouldBe(200);
        (await service.GetAsync("/user/favourites", "user-a")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await service.DeleteAsync("/user/favourites?mediaId=348", "user-a")).Status.ShouldBe(
            200, "removing an entry that does not exist is no error");
    }

    [Fact]
    public async Task Read_ByPages_GivesEveryEntryOnceNewestFirst()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        foreach (var id in Enumerable.Range(1, 7))
        {
            await service.PostAsync("/user/watchlist", new { mediaId = 9000 + id, title = $"Title {id}" }, "user-a");
            service.Clock.Advance(TimeSpan.FromSeconds(id % 2));
        }

        var all = Ids((await service.GetAsync("/user/watchlist", "user-a")).Json);
        var paged = new List<string?>();
        string? next = null;
        do
        {
            var page = (await service.GetAsync("/user/watchlist?limit=3" + (next is null ? "" : $"&nextToken={next}"), "user-a")).Json;
            paged.AddRange(Ids(page));
            next = page.TryGetProperty("nextToken", out var token) ? token.GetString() : null;
        }
        while (next is not null);

        paged.ShouldBe(all);
        all.Count.ShouldBe(7);
        all[..2].ShouldBe(["9006", "9007"], "these two were added at the same time, so the key decides");
    }

    [Fact]
    public async Task Read_ATokenOfTheOtherListOrUser_IsRefused()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        foreach (var id in (int[])[348, 78])
            await service.PostAsync("/user/favourites", new { mediaId = id }, "user-a");
        var token = (await service.GetAsync("/user/favourites?limit=1", "user-a")).Json.GetProperty("nextToken").GetString();
        (await service.GetAsync($"/user/favourites?nextToken={token}", "user-a")).Status.ShouldBe(200);
        (await service.GetAsync($"/user/watchlist?nextToken={token}", "user-a")).Code.ShouldBe("ValidationFailed");
        (await service.GetAsync($"/user/favourites?nextToken={token}", "user-b")).Code.ShouldBe("ValidationFailed");
    }

    [Theory]
    [InlineData("{}", "mediaId")]
    [InlineData("""{"mediaId":"abc","title":"T"}""", "mediaId")]
    [InlineData("""{"mediaId":1e3,"title":"T"}""", "mediaId")]
    [InlineData("""{"id":0,"title":"T"}""", "id")]
    [InlineData("""{"mediaId":1,"mediaType":"film","title":"T"}""", "mediaType")]
    [InlineData("""{"mediaId":1}""", "title")]
    [InlineData("""{"mediaId":1,"title":"  "}""", "title")]
    [InlineData("""{"mediaId":1,"title":"T","vote_average":11}""", "vote_average")]
    [InlineData("""{"mediaId":1,"title":"T","popularity":-1}""", "popularity")]
    [InlineData("""{"mediaId":1,"title":"T","genreIds":["28"]}""", "genreIds")]
    [InlineData("""{"mediaId":1,"title":"T","posterPath":7}""", "posterPath")]
    public async Task Add_AFieldOfTheWrongForm_IsNamedAndNothingIsAdded(string body, string field)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var response = await service.PostRawAsync("/user/favourites", body, "user-a");
        (response.Status, response.Code).ShouldBe((400, "ValidationFailed"));
        response.Json.GetProperty("details").TryGetProperty(field, out _).ShouldBeTrue(response.Text);
        (await service.GetAsync("/user/favourites", "user-a")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static List<string?> Ids(System.Text.Json.JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("mediaId").GetString())];
}
