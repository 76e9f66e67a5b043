using System.Text;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Importing;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Tests.Importing;

public sealed class ImdbTests : AccountTests
{
    [Fact]
    public async Task Import_RatingsOfToday_MatchByIdAndByOriginalTitle()
    {
        var report = await Account.ImportAsync(Account.Write("0a1b2c.csv", """
            Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
            tt0133093,9,2023-05-01,Matrix renamed,The Matrix,https://www.imdb.com/title/tt0133093/,Movie,8.7,136,1999,"Action, Sci-Fi",2000000,1999-03-31,"Lana Wachowski, Lilly Wachowski"
            tt0211915,7,2023-05-02,The Fabulous Destiny,Le Fabuleux Destin d'Amélie Poulain,https://www.imdb.com/title/tt0211915/,Movie,8.3,122,2001,Comedy,800000,2001-04-25,Jean-Pierre Jeunet
            tt0903747,10,2023-05-03,Breaking Bad,Breaking Bad,https://www.imdb.com/title/tt0903747/,TV Series,9.5,45,2008,Drama,2200000,2008-01-20,
            tt2802850,10,2023-05-04,Fargo,Fargo,https://www.imdb.com/title/tt2802850/,TV Series,8.8,53,2014,Crime,400000,2014-04-15,
            tt0959621,8,2023-05-05,Pilot,Pilot,https://www.imdb.com/title/tt0959621/,TV Episode,9.0,58,2008,Drama,50000,2008-01-20,Vince Gilligan
            """));
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["tv#60622", "tv#1396", "movie#603"]);
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#194"]}""");
        report.LeftOut.ShouldHaveSingleItem().Why.ShouldBe("neither film nor series but TV Episode");
    }

    [Fact]
    public async Task Import_RatingsOfBefore2024_AreRead()
    {
        await Account.ImportAsync(Account.Write("ratings.csv", """
            Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
            tt0113277,8,2019-05-01,Heat,https://www.imdb.com/title/tt0113277/,movie,8.2,170,1995,"Action, Crime",500000,1995-12-15,Michael Mann
            """));
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["movie#949"]);
    }

    [Fact]
    public async Task Import_TheWatchlist_KeepsItsDatesAndWhatWasRatedSinceOffIt()
    {
        await Account.ImportAsync(Account.Write("WATCHLIST.csv", """
            Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated
            1,tt0078748,2023-07-09,2023-07-09,,Alien,Alien,https://www.imdb.com/title/tt0078748/,Movie,8.5,117,1979,Horror,900000,1979-05-25,Ridley Scott,,
            2,tt0090605,2023-07-08,2023-07-08,,Aliens,Aliens,https://www.imdb.com/title/tt0090605/,Movie,8.4,137,1986,Action,700000,1986-07-18,James Cameron,6,2024-01-01
            """));
        var entry =
            (await Account.Watchlist.ReadAsync(
                Account.UserId, null, 10, TestContext.Current.CancellationToken)).Entries.ShouldHaveSingleItem();
        (entry.Key.ToString(), entry.AddedAt).ShouldBe(("movie#348", new DateTimeOffset(2023, 7, 9, 0, 0, 0, TimeSpan.Zero)));
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#679"]}""");
    }

    [Fact]
    public void Read_AnOldWatchlistInLatin1_IsRead()
    {
        var path = Path.Combine(Account.Folder, "watchlist.csv");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("""
            "position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating","Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"
            "1","tt0211915","Sun May 15 00:00:00 2011","","","Amélie","Feature Film","Jean-Pierre Jeunet","","8.4","122","2001","comedy","300000","2001-04-25","http://www.imdb.com/title/tt0211915/"
            """));
        var row = ExportReader.Read(path, said: null).ShouldHaveSingleItem().Rows.ShouldHaveSingleItem();
        (row.Name, row.Year, row.Kind, row.Meaning).ShouldBe(("Amélie", 2001, MediaKind.Movie, RowMeaning.Wanted));
        row.At.ShouldBe(new DateTimeOffset(2011, 5, 15, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Read_AListThatMayBeAny_IsRefusedUnlessSomebodySays()
    {
        var path =
            Account.Write(
                "a1b2.csv",
                "Position,Const,Created,Modified,Description,Title,URL,Title Type,Year\n1,tt0078748,2023-07-09,,,Alien,,movie,1979\n");
        Should.Throw<ConfigurationException>(() => ExportReader.Read(path, said: null)).Message.ShouldContain("--as watchlist");
        ExportReader.Read(path, RowMeaning.Wanted)[0].Rows.ShouldHaveSingleItem().Meaning.ShouldBe(RowMeaning.Wanted);
    }
}
