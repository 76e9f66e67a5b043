using MovieRec.Engine.Titles;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

public sealed class MatchTests
{
    private static readonly Title s_sought =
        new() { Key = new(MediaKind.Movie, 9_000_000_001), Name = "Léon: The Professional", ReleaseDate = "1994" };

    [Theory]
    [InlineData("Q12345", null)]
    [InlineData(null, "tt0110413")]
    [InlineData("Q99999", "tt0110413")]
    [InlineData("Q12345", "tt9999999")]
    public async Task Match_OfAnIdOfAnotherSite_IsTheTitleThatHasIt(string? wikidata, string? imdb)
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, "Quite Another Name", "2011-01-01") with { WikidataId = "Q12345", ImdbId = "tt0110413" });
        (await MatchAsync(tmdb, s_sought with { WikidataId = wikidata, ImdbId = imdb })).ShouldBe(101);
        tmdb.Server.Count("search/").ShouldBe(0);
    }

    [Fact]
    public async Task Match_OfATmdbId_NeedsNoSearch()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, "Quite Another Name", "2011-01-01"));
        (await MatchAsync(tmdb, s_sought with { TmdbId = 101, WikidataId = "Q12345" })).ShouldBe(101);
        tmdb.Server.Received.ShouldHaveSingleItem().Path.ShouldBe("movie/101");
    }

    [Fact]
    public async Task Match_OfATmdbIdThatIsGone_GoesByTheOthers()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(102, "Quite Another Name", "2011-01-01") with { WikidataId = "Q12345" });
        (await MatchAsync(tmdb, s_sought with { TmdbId = 101, WikidataId = "Q12345" })).ShouldBe(102);
    }

    [Fact]
    public async Task Match_OfAnIdThatIsOfTheOtherKind_GoesByName()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, "A Series", "1994-01-01") with { Key = new(MediaKind.Tv, 101), ImdbId = "tt0110413" })
            .WithTitle(Film(102, "Leon the professional", "1994-09-14"));
        (await MatchAsync(tmdb, s_sought with { ImdbId = "tt0110413" })).ShouldBe(102);
    }

    [Theory]
    [InlineData("Leon - The Professional")]
    [InlineData("LÉON: THE PROFESSIONAL")]
    public async Task Match_OfANameAndYear_ComparesThemFolded(string name)
    {
        await using var tmdb = new TmdbFixture();
        // Titles that merely contain the name, and the same name in another year, do not count.
        tmdb.Server.WithTitle(Film(101, name, "1994-09-14")).WithTitle(Film(102, $"{name} 2", "1994-01-01"))
            .WithTitle(Film(103, name, "1971-01-01"));
        (await MatchAsync(tmdb, s_sought)).ShouldBe(101);
    }

    [Fact]
    public async Task Match_OfAnOriginalName_Counts()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, "The Professional, Leon", "1994-09-14") with { OriginalName = "Léon, the Professional" });
        (await MatchAsync(tmdb, s_sought)).ShouldBe(101);
    }

    [Theory]
    [InlineData("1993-12-01", true)]
    [InlineData("1995-02-01", true)]
    [InlineData("1996-01-01", false)]
    [InlineData("1992-01-01", false)]
    [InlineData(null, false)]
    public async Task Match_OfANameThatOneTitleHas_AllowsAYear(string? date, bool matches)
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, s_sought.Name, date));
        (await MatchAsync(tmdb, s_sought)).ShouldBe(matches ? 101 : null);
    }

    [Fact]
    public async Task Match_OfANameThatSeveralHave_AllowsNoYear()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, s_sought.Name, "1995-01-01")).WithTitle(Film(102, s_sought.Name, "2010-01-01"));
        (await MatchAsync(tmdb, s_sought)).ShouldBeNull();
    }

    [Fact]
    public async Task Match_OfANameAndYearThatSeveralHave_IsNone()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, s_sought.Name, "1994-01-01")).WithTitle(Film(102, s_sought.Name, "1994-10-01"));
        (await MatchAsync(tmdb, s_sought)).ShouldBeNull();
    }

    [Fact]
    public async Task Match_OfATitleWithoutYearOrId_IsNone()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, s_sought.Name, "1994-01-01"));
        (await MatchAsync(tmdb, s_sought with { ReleaseDate = null, WikidataId = "12345", ImdbId = "nm1" })).ShouldBeNull();
        tmdb.Server.Count().ShouldBe(0, "invalid ids cause no request");
    }

    [Fact]
    public async Task Match_OfASeries_IsASeries()
    {
        await using var tmdb = new TmdbFixture();
        tmdb.Server.WithTitle(Film(101, "Twin", "1994-01-01"))
            .WithTitle(Film(55, "Twin", "1994-01-01") with { Key = new(MediaKind.Tv, 55) });
        var match =
            await tmdb.Source.MatchAsync(s_sought with { Key = new(MediaKind.Tv, 9_000_000_001), Name = "Twin" }, TmdbFixture.Token);
        match.ShouldBe(new TitleKey(MediaKind.Tv, 55));
    }

    private static Title Film(long id, string name, string? date) =>
        new() { Key = new(MediaKind.Movie, id), Name = name, ReleaseDate = date };

    private static async Task<long?> MatchAsync(TmdbFixture tmdb, Title title) =>
        (await tmdb.Source.MatchAsync(title, TmdbFixture.Token))?.Id;
}
