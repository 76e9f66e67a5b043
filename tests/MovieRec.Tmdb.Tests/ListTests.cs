using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

public sealed class ListTests
{
    [Theory]
    [InlineData(SourceOrder.Trending, MediaKind.Movie, "trending/movie/week", null)]
    [InlineData(SourceOrder.Trending, MediaKind.Tv, "trending/tv/week", null)]
    [InlineData(SourceOrder.Popular, MediaKind.Movie, "movie/popular", null)]
    [InlineData(SourceOrder.TopRated, MediaKind.Tv, "tv/top_rated", null)]
    [InlineData(SourceOrder.MostVotes, MediaKind.Movie, "discover/movie", "vote_count.desc")]
    [InlineData(SourceOrder.MostVotes, MediaKind.Tv, "discover/tv", "vote_count.desc")]
    public async Task List_OfAnOrder_IsAskedForWhereItIs(SourceOrder order, MediaKind kind, string path, string? sort)
    {
        await using var tmdb = new TmdbFixture(films: 30, series: 30);
        var page = await tmdb.Source.ListAsync(new SourceList(order, kind), 2, TmdbFixture.Token);
        page.Titles.ShouldNotBeEmpty();
        page.Titles.ShouldAllBe(title => title.Key.Kind == kind);
        page.TotalPages.ShouldBe(2);
        var request = tmdb.Server.Received.ShouldHaveSingleItem();
        request.Path.ShouldBe(path);
        request.Query["page"].ShouldBe("2");
        request.Query.GetValueOrDefault("sort_by").ShouldBe(sort);
        request.Query.GetValueOrDefault("include_adult").ShouldBe(sort is null ? null : "false");
    }

    [Theory]
    [InlineData(SourceOrder.Popular, MediaKind.Movie, "primary_release_year", "popularity.desc")]
    [InlineData(SourceOrder.MostVotes, MediaKind.Tv, "first_air_date_year", "vote_count.desc")]
    public async Task List_OfAGenreAndYear_IsDiscovered(SourceOrder order, MediaKind kind, string field, string sort)
    {
        await using var tmdb = new TmdbFixture(films: 1000, series: 1000);
        var page = await tmdb.Source.ListAsync(new SourceList(order, kind) { Genre = 18, Year = 1999 }, 1, TmdbFixture.Token);
        page.Titles.ShouldNotBeEmpty();
        page.Titles.ShouldAllBe(title => title.Year == 1999);
        var request = tmdb.Server.Received.ShouldHaveSingleItem();
        request.Path.ShouldBe($"discover/{TitleKey.GetName(kind)}");
        (request.Query["with_genres"], request.Query[field], request.Query["sort_by"]).ShouldBe(("18", "1999", sort));
    }

    [Fact]
    public async Task List_OfAllPages_HasEveryTitleForEverybodyOnceInOrder()
    {
        await using var tmdb = new TmdbFixture(films: 230);
        var titles = new List<Title>();
        var first = await tmdb.PopularAsync();
        for (var page = 1; page <= first.TotalPages; page++)
            titles.AddRange((await tmdb.PopularAsync(page)).Titles);
        titles.Select(title => title.Key.Id).Order()
            .ShouldBe(tmdb.Server.Titles.Where(title => title.IsShown).Select(title => title.Facts.Key.Id).Order());
        titles.Select(title => title.Popularity).ShouldBeInOrder(SortDirection.Descending);
        first.TotalResults.ShouldBe(230);
        (await tmdb.PopularAsync(first.TotalPages + 1)).Titles.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_ItemWithoutGenres_HasNone()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(new TmdbTitle(GeneratedTitles.Create(new TitleKey(MediaKind.Movie, 1)).Facts) { ListsGenres = false });
        (await tmdb.PopularAsync()).Titles.ShouldHaveSingleItem().GenreIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_BeyondPage500_IsEmptyAndNotAskedFor()
    {
        await using var tmdb = new TmdbFixture(films: 10_100);
        var last = await tmdb.PopularAsync(500);
        last.Titles.ShouldNotBeEmpty();
        last.TotalPages.ShouldBe(500);
        var beyond = await tmdb.PopularAsync(501);
        beyond.Titles.ShouldBeEmpty();
        tmdb.Server.Count().ShouldBe(1);
    }

    [Fact]
    public async Task List_WhosePageTmdbRefuses_IsEmpty()
    {
        await using var tmdb = new TmdbFixture(films: 30);
        tmdb.Server.Inject(TmdbFault.Response(400, TmdbErrors.InvalidPage) with { Path = "movie/" });
        tmdb.Server.Inject(TmdbFault.Response(422, TmdbErrors.InvalidDate) with { Path = "discover/" });
        (await tmdb.PopularAsync()).Titles.ShouldBeEmpty();
        (await tmdb.Source.ListAsync(new SourceList(SourceOrder.MostVotes, MediaKind.Movie), 1, TmdbFixture.Token)).Titles.ShouldBeEmpty();
        tmdb.Server.Count().ShouldBe(2, "no request is repeated");
    }
}
