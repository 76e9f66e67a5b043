using MovieRec.Api.Tests.Hosting;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Api.Tests.Media;

/// <summary>Lists for which the catalogue has no titles.</summary>
public sealed class ListAtSourceTests
{
    public static TheoryData<string, string> Lists => new()
    {
        { "trending", "movie" }, { "trending", "tv" }, { "trending", "both" }, { "popular", "movie" }, { "popular", "tv" },
        { "popular", "both" },
        { "top_rated", "movie" }, { "top_rated", "tv" }, { "top_rated", "both" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_OfAnEmptyCatalogue_IsTheSourcesAndKept(string list, string kind)
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 60, series: 60));
        var first = await sources.GetAsync($"/media?listType={list}&mediaType={kind}");
        first.Source.ShouldBe("tmdb");
        first.Keys.ShouldNotBeEmpty();
        first.Keys.ShouldAllBe(key => kind == "both" || key.StartsWith(kind + "#"));
        var asked = sources.Tmdb.Count();
        var second = await sources.GetAsync($"/media?listType={list}&mediaType={kind}");
        (second.Source, second.Total).ShouldBe(("cache", first.Total));
        second.Keys.ShouldBe(first.Keys);
        sources.Tmdb.Count().ShouldBe(asked);

        sources.Service.Clock.Advance(TimeSpan.FromHours(7));
        (await sources.GetAsync($"/media?listType={list}&mediaType={kind}")).Source.ShouldBe("tmdb");
    }

    /// <summary>Guards against a bug: with unequal numbers of both kinds, titles came twice or not at all.</summary>
    [Theory]
    [InlineData(7, 50, 20)]
    [InlineData(50, 7, 20)]
    [InlineData(33, 33, 7)]
    [InlineData(0, 45, 50)]
    [InlineData(45, 0, 50)]
    [InlineData(25, 48, 50)]
    public async Task List_OfBothKinds_HasEachTitleOnce(int films, int series, int limit)
    {
        // Some titles from number 53 on are not shown.
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films, series));
        var seen = new List<string>();
        for (var page = 1; page <= ((films + series) / limit) + 1; page++)
        {
            var listing = await sources.GetAsync($"/media?limit={limit}&page={page}");
            listing.Total.ShouldBe(films + series);
            seen.AddRange(listing.Keys);
        }

        seen.ShouldBeUnique();
        seen.Count.ShouldBe(films + series);
        if (films > 0 && series > 0)
            seen[..2].Select(key => key.Split('#')[0]).ShouldBe(["movie", "tv"]);
    }

    [Theory]
    [InlineData("genre=37&mediaType=movie")]
    [InlineData("genre=37")]
    [InlineData("year=1999&mediaType=tv")]
    [InlineData("listType=top_rated&genre=18&year=1999&mediaType=movie")]
    public async Task List_Filtered_IsAskedForSo(string filter)
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 900, series: 900));
        var listing = await sources.GetAsync("/media?" + filter);
        listing.Source.ShouldBe("tmdb");
        listing.Keys.ShouldNotBeEmpty();
        sources.Tmdb.Received.ShouldAllBe(request => request.Path.StartsWith("discover/"));
        (await sources.GetAsync("/media?" + filter)).Keys.ShouldBe(listing.Keys);
    }

    [Fact]
    public async Task List_AFilterTheCatalogueHasNothingFor_IsTheSources()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 900), SampleTitles.All);
        var listing = await sources.GetAsync("/media?genre=37&mediaType=movie");
        (listing.Source, listing.Keys.Length).ShouldBe(("tmdb", 20));
        (await sources.GetAsync("/media?genre=878&mediaType=movie")).Source.ShouldBe("cache");
    }

    [Fact]
    public async Task List_WithoutSome_LeavesThemOut()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 30));
        var all = await sources.GetAsync("/media?mediaType=movie");
        var some =
            await sources.GetAsync($"/media?mediaType=movie&excludeIds={Uri.EscapeDataString(all.Keys[0])},{all.Keys[1].Split('#')[1]}");
        some.Keys.ShouldBe(all.Keys[2..]);
    }

    [Fact]
    public async Task List_BeyondWhatTheSourceGivesOut_IsEmptyAndNotAskedFor()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 30));
        (await sources.GetAsync("/media?mediaType=movie&page=1000000")).Keys.ShouldBeEmpty();
        sources.Tmdb.Count().ShouldBe(0);
    }
}
