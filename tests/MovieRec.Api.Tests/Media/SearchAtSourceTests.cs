using MovieRec.Api.Http;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Api.Tests.Media;

/// <summary>Searches without results in the catalogue, which are sent to TMDB once.</summary>
public sealed class SearchAtSourceTests
{
    private const int Crimsons = 50;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_TheCatalogueHasSomething_AsksNothing()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 1_000), SampleTitles.All);
        foreach (
            var target in (
                string[])["/media?query=alien", "/media?query=aliem", "/media", "/media?listType=top_rated&mediaType=tv",
                "/media?genre=878", "/media?ids=348"])
        {
            (await sources.GetAsync(target)).Source.ShouldBe("cache");
        }
        sources.Tmdb.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Search_TheCatalogueHasNothing_AsksOnceAndKeepsIt()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        var first = await sources.GetAsync("/media?query=crimson");
        (first.Source, first.Total, first.Keys.Length).ShouldBe(("tmdb", Crimsons, 20));
        var asked = sources.Tmdb.Count();
        asked.ShouldBe(1);

        foreach (var target in (string[])["/media?query=crimson", "/media?query=CRÍMSON", "/media?query=crimson&limit=7&page=2"])
            (await sources.GetAsync(target)).Source.ShouldBe("cache");
        (await sources.GetAsync("/media?query=crimson")).Keys.ShouldBe(first.Keys);
        var other = await sources.AnotherInstance().HandleAsync(GetRequest("crimson"), Token);
        new Listing(new ClientResponse(TestKit.OpenApi.ObservedResponse.From(other))).Keys.ShouldBe(first.Keys);
        sources.Tmdb.Count().ShouldBe(asked);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(50)]
    public async Task Search_PagedInAnySize_GivesEachTitleOnce(int limit)
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        var seen = new List<string>();
        for (var page = 1; page <= (Crimsons / limit) + 2; page++)
        {
            var listing = await sources.GetAsync($"/media?query=crimson&limit={limit}&page={page}");
            listing.Total.ShouldBe(Crimsons);
            seen.AddRange(listing.Keys);
        }

        seen.Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, Crimsons).Select(id => $"movie#{id}").Order(StringComparer.Ordinal));
        sources.Tmdb.Received.Select(request => request.Query["page"]).ShouldBeUnique();
    }

    [Fact]
    public async Task Search_Adult_IsNeverThere()
    {
        var tmdb = Crimson()
            .WithTitle(new TmdbTitle(Named(901, "Crimson Adult")) { Adult = true })
            .WithTitle(new TmdbTitle(Named(902, "Crimson Soft")) { Softcore = true });
        await using var sources = await MediaSources.StartAsync(tmdb);
        foreach (var target in (string[])["/media?query=crimson%20adult", "/media?query=crimson%20soft", "/media?ids=901,902"])
            (await sources.GetAsync(target)).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_NothingAtTheSourceEither_IsKeptToo()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        (await sources.GetAsync("/media?query=zzzzzzzz")).Total.ShouldBe(0);
        (await sources.GetAsync("/media?query=zzzzzzzz")).Total.ShouldBe(0);
        sources.Tmdb.Count().ShouldBe(1);
    }

    /// <summary>Guards against a bug: such texts fold to nothing, so one got the response of the other.</summary>
    [Fact]
    public async Task Search_TextsWithoutLetters_AreDifferentQuestions()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        await sources.GetAsync("/media?query=!!!");
        await sources.GetAsync("/media?query=%3F%3F");
        sources.Tmdb.Received.Select(request => request.Query["query"]).ShouldBe(["!!!", "??"]);
    }

    [Fact]
    public async Task Search_ADayLater_AsksAgain()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        await sources.GetAsync("/media?query=crimson");
        sources.Service.Clock.Advance(TimeSpan.FromHours(23));
        (await sources.GetAsync("/media?query=crimson")).Source.ShouldBe("cache");
        sources.Service.Clock.Advance(TimeSpan.FromHours(2));
        (await sources.GetAsync("/media?query=crimson")).Source.ShouldBe("tmdb");
        sources.Tmdb.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Search_ManyAtOnce_AskOnce()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        var responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => sources.GetAsync("/media?query=crimson")));
        responses.ShouldAllBe(response => response.Keys.Length == 20);
        sources.Tmdb.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Search_WithFilters_HasOnlyWhatFits()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        var year = await sources.GetAsync("/media?query=crimson&year=2003");
        year.Keys.ShouldNotBeEmpty();
        year.Total.ShouldBe(year.Keys.Length);
        year.Response.Json.GetProperty("results").EnumerateArray()
            .ShouldAllBe(item => item.GetProperty("release_date").GetString()!.StartsWith("2003"));
        (await sources.GetAsync("/media?query=crimson&excludeIds=movie%231")).Keys.ShouldNotContain("movie#1");
        (await sources.GetAsync("/media?query=crimson&mediaType=tv")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Search_SentBackItsTag_IsNotModified()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        await sources.GetAsync("/media?query=crimson");
        var tag = (await sources.GetAsync("/media?query=crimson")).Response.Header("ETag")!;
        (await sources.Service.GetAsync("/media?query=crimson", null, ("If-None-Match", tag))).Status.ShouldBe(304);
    }

    /// <summary>Keeps found titles out, because otherwise any client without an account could grow the catalogue.</summary>
    [Fact]
    public async Task Search_WhatWasFound_IsNotTakenIntoTheCatalogue()
    {
        await using var sources = await MediaSources.StartAsync(Crimson(), SampleTitles.All);
        (await sources.GetAsync("/media?query=crimson")).Keys.ShouldNotBeEmpty();
        (await sources.Service.Wanted.ReadAsync(Token)).ShouldBeEmpty();
    }

    private static TmdbServer Crimson()
    {
        var tmdb = new TmdbServer();
        for (var id = 1; id <= Crimsons; id++)
            tmdb.WithTitle(Named(id, $"Crimson {id}"));
        return tmdb;
    }

    private static Title Named(long id, string name) => new()
    {
        Key = new TitleKey(MediaKind.Movie, id),
        Name = name,
        ReleaseDate = $"{2000 + (id % 10)}-05-05",
        GenreIds = [18],
        Popularity = 1_000 - id,
        OriginalLanguage = "en",
    };

    private static ApiRequest GetRequest(string text) => new()
    {
        Method = "GET",
        Path = "/media",
        Route = Routes.Find("GET", "/media"),
        RequestId = "request-1",
        Query = new Dictionary<string, string> { ["query"] = text },
        Headers = new Dictionary<string, string>(),
        Body = ReadOnlyMemory<byte>.Empty,
    };
}
