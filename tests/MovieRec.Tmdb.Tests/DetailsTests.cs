using System.Text.Json;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

public sealed class DetailsTests
{
    [Theory]
    [InlineData(MediaKind.Movie)]
    [InlineData(MediaKind.Tv)]
    public async Task Details_OfEveryTitle_AreItsFactsOrNothingWhereItIsNotForEverybody(MediaKind kind)
    {
        const int count = 130;
        await using var tmdb = new TmdbFixture(films: count, series: count);
        for (var id = 1; id <= count; id++)
        {
            var expected = GeneratedTitles.Create(new TitleKey(kind, id));
            var title = await tmdb.DetailsAsync(id, kind);
            if (expected.IsShown)
                JsonSerializer.Serialize(title).ShouldBe(JsonSerializer.Serialize(expected.Facts));
            else
                title.ShouldBeNull();
        }
        tmdb.Server.Count().ShouldBe(count, "one request per title");
    }

    [Fact]
    public async Task Details_OfAFilm_AskForAllThatIsAppendedAtOnce()
    {
        await using var tmdb = new TmdbFixture(films: 1, series: 1);
        await tmdb.DetailsAsync(1);
        await tmdb.DetailsAsync(1, MediaKind.Tv);
        tmdb.Server.Received[0].Query["append_to_response"].ShouldBe("credits,keywords,external_ids,release_dates");
        tmdb.Server.Received[1].Query["append_to_response"].ShouldBe("credits,keywords,external_ids,content_ratings");
        tmdb.Server.Received.ShouldAllBe(request => request.Query["language"] == "en-US");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_147_483_648)]
    [InlineData(9_088_414_748)]
    public async Task Details_OfANumberThatTmdbCannotHave_AreNothingWithoutAsking(long id)
    {
        await using var tmdb = new TmdbFixture(films: 1);
        (await tmdb.DetailsAsync(id)).ShouldBeNull();
        tmdb.Server.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Details_OfATitleThatIsNotThere_AreNothing()
    {
        await using var tmdb = new TmdbFixture(films: 2);
        tmdb.Server.WithoutTitle(new TitleKey(MediaKind.Movie, 2));
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull();
        (await tmdb.DetailsAsync(2)).ShouldBeNull();
        (await tmdb.DetailsAsync(3)).ShouldBeNull();
    }

    [Fact]
    public async Task Details_OfATitleWithMorePeopleAndKeywords_AreCutAndLowered()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(new Title
        {
            Key = new TitleKey(MediaKind.Movie, 1),
            Name = "Crowd",
            Cast = [.. Enumerable.Range(1, 15).Select(number => $"Actor {number}")],
            Keywords = [.. Enumerable.Range(1, 60).Select(number => $"Keyword {number}")],
        });
        var title = (await tmdb.DetailsAsync(1)).ShouldNotBeNull();
        title.Cast.ShouldBe(Enumerable.Range(1, 10).Select(number => $"Actor {number}"));
        title.Keywords.ShouldBe(Enumerable.Range(1, 40).Select(number => $"keyword {number}"));
    }

    [Theory]
    [InlineData("US", "R")]
    [InlineData("GB", "15")]
    [InlineData("FR", "12")]
    public async Task Details_Certification_IsOfTheUsElseOfGbElseOfAnybody(string first, string expected)
    {
        await using var tmdb = new TmdbFixture();
        var ratings = new[] { ("FR", "12"), ("GB", "15"), ("US", "R") };
        var known = ratings[..(Array.FindIndex(ratings, rating => rating.Item1 == first) + 1)];
        var regions = string.Join(',', known.Select(rating =>
            $$"""{"iso_3166_1":"{{rating.Item1}}","rating":"{{rating.Item2}}","release_dates":[{"certification":""},{"certification":"{{rating.Item2}}"}]}"""));
        var response = """{"title":"A","name":"A","release_dates":{"results":[*]},"content_ratings":{"results":[*]}}""".Replace("*", regions);
        tmdb.Server.Inject(TmdbFault.Response(200, response));
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull().Certification.ShouldBe(expected);
        (await tmdb.DetailsAsync(1, MediaKind.Tv)).ShouldNotBeNull().Certification.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"title":"A","softcore":true}""")]
    [InlineData("""{"title":"A","adult":true}""")]
    [InlineData("""{"title":"A","adult":"true"}""")]
    [InlineData("""{"title":"A","adult":1}""")]
    [InlineData("""{"title":"","original_title":" "}""")]
    [InlineData("{}")]
    public async Task Details_OfWhatIsNotForEverybodyOrHasNoName_AreNothing(string response)
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.Inject(TmdbFault.Response(200, response));
        (await tmdb.DetailsAsync(1)).ShouldBeNull();
    }

    [Fact]
    public async Task Details_OfOddValues_AreUnknown()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.Inject(TmdbFault.Response(200, """
            {"id":"603","title":" The Matrix ","original_title":"The Matrix","release_date":"","runtime":0,"vote_average":0,"vote_count":0,
             "popularity":null,"overview":"","poster_path":null,"backdrop_path":"","original_language":"","imdb_id":"","genres":[{"id":28},{"id":28},{"name":"X"},7],
             "production_countries":[{"iso_3166_1":"US"},{"iso_3166_1":""},null],"keywords":[],"credits":null,"external_ids":{"wikidata_id":""},
             "release_dates":"none","softcore":null,"brand_new":{"deep":[[1]]}}
            """));
        var title = (await tmdb.DetailsAsync(603)).ShouldNotBeNull();
        JsonSerializer.Serialize(title).ShouldBe(JsonSerializer.Serialize(new Title
        {
            Key = new TitleKey(MediaKind.Movie, 603),
            Name = "The Matrix",
            GenreIds = [28],
            Countries = ["US"],
            VoteCount = 0,
        }));
    }

    [Theory]
    [InlineData("""{"name":"A","episode_run_time":[45,50],"last_episode_to_air":{"runtime":60}}""", 45)]
    [InlineData("""{"name":"A","episode_run_time":[],"last_episode_to_air":{"runtime":60}}""", 60)]
    [InlineData("""{"name":"A","episode_run_time":null,"last_episode_to_air":null}""", null)]
    public async Task Details_OfASeries_TimeAnEpisode(string response, int? minutes)
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.Inject(TmdbFault.Response(200, response));
        (await tmdb.DetailsAsync(1, MediaKind.Tv)).ShouldNotBeNull().RuntimeMinutes.ShouldBe(minutes);
    }
}
