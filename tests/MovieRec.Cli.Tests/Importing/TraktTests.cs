using MovieRec.Api.Outcomes;
using MovieRec.Cli.Importing;

namespace MovieRec.Cli.Tests.Importing;

public sealed class TraktTests : AccountTests
{
    [Fact]
    public async Task Import_Ratings_MatchByTmdbsIdImdbsIdAndName()
    {
        var report = await Account.ImportAsync(Account.Write("ratings.json", """
            [{"rated_at":"2024-05-01T10:00:00.000Z","rating":9,"type":"movie","movie":{"title":"Another name","year":1900,"ids":{"trakt":1,"slug":"x","imdb":"tt1","tmdb":78}}},
             {"rated_at":"2024-05-02T10:00:00.000Z","rating":8,"type":"movie","movie":{"title":"Another name","year":1900,"ids":{"trakt":2,"slug":"x","imdb":"tt0133093","tmdb":null}}},
             {"rated_at":"2024-05-03T10:00:00.000Z","rating":4,"type":"show","show":{"title":"Breaking Bad","year":2008,"ids":{"trakt":3,"slug":"breaking-bad"}}},
             {"rated_at":"2024-05-03T10:00:00.000Z","rating":10,"type":"episode","episode":{"season":1,"number":1,"title":"Pilot"},"show":{"title":"Breaking Bad","year":2008,"ids":{}}},
             7, {"rating":5,"type":"movie","movie":{"year":1999}}, {"rating":5,"movie":{"title":"\ud800"}}]
            """));
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["movie#603", "movie#78"]);
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["tv#1396"]}""");
        report.LeftOut.Select(row => (row.Line, row.Why)).ShouldBe(
            [(4, "neither film nor series but one episode"), (5, "malformed: not an object"), (6, "no title"),
                (7, "malformed: a text is not Unicode")]);
        (await Account.Favourites.ReadAsync(Account.UserId, null, 1, TestContext.Current.CancellationToken)).Entries[0].AddedAt
            .ShouldBe(new DateTimeOffset(2024, 5, 2, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Import_WatchedHistoryWatchlistAndFavourites_EndInTheirPlaces()
    {
        await Account.ImportAsync(
            Account.Write("watched-movies.json", """[{"plays":4,"last_watched_at":"2024-01-01T00:00:00.000Z","movie":{"title":"Heat","year":1995,"ids":{"tmdb":949}}}]"""),
            Account.Write("watched-history.json", """[{"id":1,"watched_at":"2024-01-02T00:00:00.000Z","action":"watch","type":"episode","episode":{"season":1},"show":{"title":"Breaking Bad","year":2008,"ids":{"tmdb":1396}}}]"""),
            Account.Write("lists-watchlist.json", """[{"rank":1,"listed_at":"2024-01-03T00:00:00.000Z","type":"movie","movie":{"title":"Alien","year":1979,"ids":{"tmdb":348}}}]"""),
            Account.Write("lists-favorites.json", """[{"rank":1,"listed_at":"2024-01-04T00:00:00.000Z","type":"show","show":{"title":"Fargo","year":2014,"ids":{"tmdb":60622}}}]"""));
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["tv#1396","movie#949"]}""");
        (await Account.KeysAsync(Account.Watchlist)).ShouldBe(["movie#348"]);
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["tv#60622"]);
    }

    [Fact]
    public void Read_ABackupOfSeveralParts_TakesTheirNamesForTheirMeaning()
    {
        var file = ExportReader.Read(Account.Write("backup.json", """
            {"user":{"username":"user"},"watchlist":[{"listed_at":"2024-01-03T00:00:00.000Z","type":"movie","movie":{"title":"Alien","year":1979,"ids":{}}}],
             "ratings":[{"rating":7,"type":"movie","movie":{"title":"Heat","year":1995,"ids":{}}}]}
            """), said: null).ShouldHaveSingleItem();
        file.Rows.Select(row => (row.Name, row.Meaning)).ShouldBe([("Alien", RowMeaning.Wanted), ("Heat", RowMeaning.Rated)]);
    }

    [Fact]
    public void Read_AListThatMayBeAny_IsRefusedUnlessSomebodySays()
    {
        var path = Account.Write("lists-best.json", """[{"rank":1,"listed_at":"2024-01-03T00:00:00.000Z","type":"movie","movie":{"title":"Alien","year":1979,"ids":{}}}]""");
        Should.Throw<ConfigurationException>(() => ExportReader.Read(path, said: null)).Message.ShouldContain("--as");
        ExportReader.Read(path, RowMeaning.Liked)[0].Rows.ShouldHaveSingleItem().Meaning.ShouldBe(RowMeaning.Liked);
    }
}
