using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

public sealed class SearchTests
{
    [Fact]
    public async Task Search_OfBothKinds_LeavesOutPersonsAndCollections()
    {
        await using var tmdb = new TmdbFixture(films: 100, series: 100);
        var page = await tmdb.Source.SearchAsync("river", kind: null, 1, TmdbFixture.Token);
        page.Titles.Select(title => title.Key.Kind).Distinct().Count().ShouldBe(2);
        page.Titles.ShouldAllBe(title => title.Name.Contains("River"));
        page.Titles.ShouldNotContain(title => title.Name == "Known For");
        var request = tmdb.Server.Received.ShouldHaveSingleItem();
        (request.Path, request.Query["query"], request.Query["include_adult"]).ShouldBe(("search/multi", "river", "false"));
    }

    [Theory]
    [InlineData(MediaKind.Movie, "search/movie")]
    [InlineData(MediaKind.Tv, "search/tv")]
    public async Task Search_OfOneKind_AsksForThat(MediaKind kind, string path)
    {
        await using var tmdb = new TmdbFixture(films: 500, series: 500);
        var page = await tmdb.Source.SearchAsync("café & émigré/?#", kind, 1, TmdbFixture.Token);
        page.Titles.ShouldBeEmpty();
        page = await tmdb.Source.SearchAsync(" CAFÉ ", kind, 1, TmdbFixture.Token);
        page.Titles.ShouldNotBeEmpty();
        page.Titles.ShouldAllBe(title => title.Key.Kind == kind);
        tmdb.Server.Received.Select(request => request.Path).Distinct().ShouldBe([path]);
        tmdb.Server.Received[0].Query["query"].ShouldBe("café & émigré/?#");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Search_OfNothing_IsEmptyWithoutAsking(string text)
    {
        await using var tmdb = new TmdbFixture(films: 10);
        (await tmdb.Source.SearchAsync(text, kind: null, 1, TmdbFixture.Token)).Titles.ShouldBeEmpty();
        tmdb.Server.Count().ShouldBe(0);
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("a\0b\r\nHost: x")]
    public async Task Search_OfOddText_IsAskedAsText(string text)
    {
        await using var tmdb = new TmdbFixture(films: 10);
        (await tmdb.Source.SearchAsync(text, kind: null, 1, TmdbFixture.Token)).Titles.ShouldBeEmpty();
        (await tmdb.Source.SearchAsync(new string('x', 100_000), kind: null, 1, TmdbFixture.Token)).Titles.ShouldBeEmpty();
        tmdb.Server.Count("search/multi").ShouldBe(2);
    }

    [Fact]
    public async Task EveryCall_OverAdultAndSoftcoreTitles_LeavesThemOut()
    {
        await using var tmdb = new TmdbFixture();
        for (var id = 1; id <= 3; id++)
        {
            foreach (var kind in new[] { MediaKind.Movie, MediaKind.Tv })
            {
                tmdb.Server.WithTitle(
                    new TmdbTitle(new Title
                    {
                        Key = new(kind, id),
                        Name = "Plain Name",
                        ReleaseDate = "2001-01-01",
                        ImdbId = $"tt99{id}{kind:D}",
                        Popularity = id,
                    })
                    {
                        Adult = id == 1,
                        Softcore = id == 2,
                    });
            }
        }
        var seen = new List<Title>();
        foreach (var kind in new[] { MediaKind.Movie, MediaKind.Tv })
        {
            foreach (var order in Enum.GetValues<Api.Catalogues.Source.SourceOrder>())
                seen.AddRange((await tmdb.Source.ListAsync(new(order, kind), 1, TmdbFixture.Token)).Titles);
            seen.AddRange((await tmdb.Source.SearchAsync("plain", kind, 1, TmdbFixture.Token)).Titles);
            (await tmdb.DetailsAsync(1, kind)).ShouldBeNull();
            (await tmdb.DetailsAsync(2, kind)).ShouldBeNull();
            var sought = new Title { Key = new(kind, 9_000_000_001), Name = "Else", ImdbId = $"tt991{kind:D}" };
            (await tmdb.Source.MatchAsync(sought, TmdbFixture.Token)).ShouldBeNull();
        }
        seen.AddRange((await tmdb.Source.SearchAsync("plain", kind: null, 1, TmdbFixture.Token)).Titles);
        seen.Count.ShouldBe(12);
        seen.ShouldAllBe(title => title.Key.Id == 3);
    }
}
