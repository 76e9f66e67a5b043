using System.IO.Compression;
using System.Text;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Importing;

namespace MovieRec.Cli.Tests.Importing;

public sealed class LetterboxdTests : AccountTests
{
    private const string Plain = "Date,Name,Year,Letterboxd URI\n";

    [Fact]
    public async Task Import_EveryFileOfAnExport_EndsInItsPlace()
    {
        var zip = Zip(
            ("watched.csv",
                Plain + "2024-01-01,Alien,1979,https://boxd.it/a\n2024-01-02,Heat,1995,https://boxd.it/b\n2024-01-03,Blade "
                    + "Runner,1982,https://boxd.it/c\n"),
            ("ratings.csv",
                "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,https://boxd.it/b,4\n2024-01-03,Blade "
                + "Runner,1982,https://boxd.it/c,3.5\n"),
            ("watchlist.csv", Plain + "2024-02-01,Aliens,1986,https://boxd.it/d\n2024-02-02,Alien,1979,https://boxd.it/a\n"),
            ("diary.csv",
                "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2024-03-02,Fargo,1996,https://boxd.it/e,2,,\"one, "
                + "two\",2024-03-01\n"),
            ("likes/films.csv", Plain + "2024-04-01,Amelie,2001,https://boxd.it/f\n"),
            ("deleted/watched.csv", Plain + "2024-01-01,Star Wars,1977,https://boxd.it/g\n"),
            ("profile.csv", "Date Joined,Username\n2020-01-01,user\n"));
        var report = await Account.ImportAsync(zip);

        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["movie#194", "movie#949"]);
        (await Account.KeysAsync(Account.Watchlist)).ShouldBe(["movie#679"]);
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#275","movie#78","movie#348"]}""");
        report.LeftOut.ShouldHaveSingleItem()
            .ShouldBe(new LeftOut("letterboxd.zip/watched.csv", 2, "Alien", 1979, "watched already, so not put on the watchlist"));
        report.Files.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Import_ARow_KeepsItsDateAndTheCataloguesFacts()
    {
        await Account.ImportAsync(
            Account.Write(
                "ratings.csv",
                "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,The "
                + "Matrix,1999,https://boxd.it/b,5\n,Heat,1995,https://boxd.it/c,5\n"));
        var entries = (await Account.Favourites.ReadAsync(Account.UserId, null, 10, TestContext.Current.CancellationToken)).Entries;
        entries[0].AddedAt.ShouldBe(Account.Now, "a row without a date gets the present time");
        entries[1].AddedAt.ShouldBe(new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero));
        (entries[1].Title, entries[1].PosterPath, entries[1].VoteAverage).ShouldBe(("The Matrix", "/matrix.jpg", 8.2));
    }

    [Fact]
    public async Task Import_QuotesCommasLineBreaksAndABom_AreRead()
    {
        using var account = await ImportedAccount.StartAsync(
            SampleCatalogue.Movie(5, "He said \"No, never\"", 2000), SampleCatalogue.Movie(6, "Two Lines", 2001));
        await account.ImportAsync(account.Write("watchlist.csv",
            "\uFEFFDate,Name,Year,Letterboxd URI\r\n2024-01-01,\"He said \"\"No, "
            + "never\"\"\",2000,u\r\n2024-01-02,\"Two\r\nLines\",2001,u\r\n\r\n"));
        (await account.KeysAsync(account.Watchlist)).ShouldBe(["movie#6", "movie#5"]);
    }

    [Fact]
    public async Task Import_MalformedRows_AreNamedByLineAndStopNothing()
    {
        var report = await Account.ImportAsync(Account.Write("ratings.csv", """
            Date,Name,Year,Letterboxd URI,Rating
            2024-01-01,"Alien,1979,u,5
            2024-01-02,Heat,1995,u,5
            2024-01-03,Heat,1995,u,seven
            2024-01-03,Heat,MCMXCV,u,5
            2024-01-03,,1995,u,5
            2024-01-03,Heat
            2024-01-04,"Aliens",1986,u,5
            """));
        report.LeftOut.Select(row => (row.Line, row.Why)).ShouldBe(
        [
            (2, "malformed: its quotes do not close"), (4, "seven is not a rating up to 5"), (5, "MCMXCV is not a year"),
            (6, "no title"), (7, "malformed: 2 fields instead of 5"),
        ], ignoreOrder: true);
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["movie#679", "movie#949"]);
    }

    [Theory]
    [InlineData("films.csv", Plain + "2024-01-01,Heat,1995,u\n")]
    [InlineData("mine.csv", Plain + "2024-01-01,Heat,1995,u\n")]
    [InlineData(
        "best.csv",
        "Letterboxd list export "
        + "v7\nDate,Name,Tags,URL,Description\n2024-01-01,Best,,https://boxd.it/x,\n\nPosition,Name,Year,URL,Description\n1,Heat,1995,https://boxd.it/b,\n")]
    public void Read_WhatCouldBeSeveralFiles_IsRefusedUnlessSomebodySays(string name, string text)
    {
        var path = Account.Write(name, text);
        Should.Throw<ConfigurationException>(() => ExportReader.Read(path, said: null)).Message.ShouldContain("--as");
        ExportReader.Read(path, RowMeaning.Wanted)
            .ShouldHaveSingleItem().Rows.ShouldAllBe(row => row.Meaning == RowMeaning.Wanted && row.Name == "Heat" && row.Year == 1995);
    }

    [Fact]
    public void Read_SaidToBeSomethingElse_IsThat() =>
        ExportReader.Read(Account.Write("watched.csv", Plain + "2024-01-01,Heat,1995,u\n"), RowMeaning.Wanted)[0].Rows[0].Meaning.ShouldBe(
            RowMeaning.Wanted);

    [Fact]
    public void Read_AZipOfAFolderWithTraktsFilesToo_TakesWhatIsKnownAndReportsTheRest()
    {
        var files = ExportReader.Read(Zip(
            ("export/watchlist.csv", Plain + "2024-01-01,Heat,1995,u\n"),
            ("export/deleted/watched.csv", Plain + "2024-01-01,Heat,1995,u\n"),
            ("trakt/lists-best.json", """[{"listed_at":"2024-01-03T00:00:00.000Z","type":"movie","movie":{"title":"Alien","year":1979,"ids":{}}}]"""),
            ("trakt/user-settings.json", """{"user":{"username":"user"}}""")), said: null);
        files.Select(file => (file.Name, file.Rows.Count, file.LeftOut.Count))
            .ShouldBe([("letterboxd.zip/export/watchlist.csv", 1, 0), ("letterboxd.zip/trakt/lists-best.json", 0, 1)]);
        files[1].LeftOut[0].Why.ShouldContain("--as");
    }

    [Fact]
    public void Read_AZipThatUnpacksToTooMuch_IsRefused()
    {
        var path = Account.Write("bomb.zip", "");
        using (var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            using var stream = archive.CreateEntry("watched.csv").Open();
            var zeros = new byte[1_000_000];
            for (var megabytes = 0; megabytes <= 100; megabytes++)
                stream.Write(zeros);
        }
        Should.Throw<ConfigurationException>(() => ExportReader.Read(path, said: null)).Message.ShouldContain("100 MB");
    }

    [Theory]
    [InlineData("notes.txt", "hello")]
    [InlineData("empty.csv", "")]
    [InlineData("broken.json", "[{")]
    [InlineData("other.json", "{\"a\":[1]}")]
    [InlineData("broken.zip", "PK\u0003\u0004 and then nothing")]
    public void Read_WhatIsNoExport_IsRefusedWithASentence(string name, string text) =>
        Should.Throw<ConfigurationException>(() => ExportReader.Read(Account.Write(name, text), said: null)).Message.ShouldContain(name);

    private string Zip(params (string Name, string Text)[] files)
    {
        var path = Account.Write("letterboxd.zip", "");
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return path;
    }
}
