using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;
using MovieRec.Api.Preferences;
using MovieRec.Api.Recommendations;
using MovieRec.Cli.Importing;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Catalogues;

namespace MovieRec.Cli.Tests.Importing;

public sealed class ImporterTests : AccountTests
{
    private const string Plain = "Date,Name,Year,Letterboxd URI\n";
    private const string Rated = "Date,Name,Year,Letterboxd URI,Rating\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_Twice_ChangesNothingTheSecondTime()
    {
        string[] files =
        [
            Account.Write("ratings.csv", Rated + "2024-01-02,Heat,1995,u,4\n2024-01-03,Blade Runner,1982,u,3\n"),
            Account.Write("watchlist.csv", Plain + "2024-02-01,Aliens,1986,u\n2024-02-01,Heat,1995,u\n"),
        ];
        var first = await Account.ImportAsync(files);
        var rows = Account.Rows();
        var second = await Account.ImportAsync(files);

        (first.Favourites, first.Watchlist, first.Dismissed).ShouldBe((new ListCounts(1, 0), new ListCounts(1, 0), new ListCounts(1, 0)));
        (second.Favourites, second.Watchlist, second.Dismissed)
            .ShouldBe((new ListCounts(0, 1), new ListCounts(0, 1), new ListCounts(0, 1)));
        Account.Rows().ShouldBe(rows);
    }

    [Fact]
    public async Task Import_DryRun_SaysTheSameAndChangesNothing()
    {
        var file = Account.Write(
            "ratings.csv", Rated + "2024-01-02,Heat,1995,u,4\n2024-01-03,Blade Runner,1982,u,3\n2024-01-03,Unknown Film,1982,u,3\n");
        var rows = Account.Rows();
        var dry = await Account.ImportAsync(new ImportOptions { DryRun = true }, file);
        Account.Rows().ShouldBe(rows);
        var real = await Account.ImportAsync(file);
        (dry.Titles, dry.Favourites, dry.Watchlist, dry.Dismissed, dry.LeftOut.Count)
            .ShouldBe((real.Titles, real.Favourites, real.Watchlist, real.Dismissed, real.LeftOut.Count));
        Account.Rows().ShouldNotBe(rows);
    }

    [Fact]
    public async Task Import_WhatTheUserHas_StaysAsItIs()
    {
        var early = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await Account.Favourites.AddAsync(Account.UserId, Entry(949, early), Cancellation);
        await Account.Watchlist.AddAsync(Account.UserId, Entry(348, early), Cancellation);
        await Account.Preferences.SaveAsync(Account.UserId, new StoredPreferences("""{"notInterested":["movie#78"]}"""u8.ToArray(), early), Cancellation);
        var rows = Account.Rows();
        await Account.ImportAsync(Account.Write("ratings.csv", Rated + "2024-01-02,Heat,1995,u,5\n2024-01-03,Blade Runner,1982,u,1\n"));
        Account.Rows().ShouldBe(rows);

        // Watched in the meantime: the user's own watchlist entry stays.
        await Account.ImportAsync(Account.Write("watched.csv", Plain + "2024-01-02,Alien,1979,u\n2024-01-02,Heat,1995,u\n"));
        (await Account.KeysAsync(Account.Watchlist)).ShouldBe(["movie#348"]);
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#78","movie#348"]}""");
    }

    [Fact]
    public async Task Import_OfSeveralRatings_TheNewestCounts()
    {
        await Account.ImportAsync(
            Account.Write(
                "ratings.csv",
                Rated + "2024-01-02,Heat,1995,u,2\n2022-01-02,Heat,1995,u,5\n2022-01-02,Alien,1979,u,2\n2024-01-02,Alien,1979,u,5\n"));
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["movie#348"]);
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#949"]}""");
    }

    [Fact]
    public async Task Import_LikedFrom_IsWhereFavouritesBegin()
    {
        await Account.ImportAsync(
            new ImportOptions { LikedFrom = 7 },
            Account.Write("ratings.csv", Rated + "2024-01-02,Heat,1995,u,3.5\n2024-01-02,Alien,1979,u,3\n"));
        (await Account.KeysAsync(Account.Favourites)).ShouldBe(["movie#949"]);
    }

    [Fact]
    public async Task Import_IntoAFullList_TakesTheNewestAndReportsTheRest()
    {
        Account.FillFavourites(IMediaListStore.Capacity - 1);
        var file = Account.Write("ratings.csv", Rated + "2022-01-02,Heat,1995,u,5\n2024-01-02,Alien,1979,u,5\n");
        var dry = await Account.ImportAsync(new ImportOptions { DryRun = true }, file);
        var report = await Account.ImportAsync(file);

        report.Favourites.ShouldBe(new ListCounts(1, 0));
        dry.Favourites.ShouldBe(report.Favourites);
        (await Account.KeysAsync(Account.Favourites)).ShouldContain("movie#348");
        var left = report.LeftOut.ShouldHaveSingleItem();
        (left.Name, left.Why).ShouldBe(("Heat", "the list of favourites is full: it holds 5,000 titles"));
        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#949"]}""", "it was watched nevertheless");
    }

    [Fact]
    public async Task Import_MoreThanThePreferencesHold_KeepsTheNewestAndADocumentThatTheServiceTakes()
    {
        Title[] many = [.. Enumerable.Range(1, 6_000).Select(id => SampleCatalogue.Movie(9_000_000_000 + id, $"Film {id}", 2000))];
        using var account = await ImportedAccount.StartAsync(many);
        const string Other = """{"keywords":["é\u00e9"],"minRating":1.10,"odd" : {"x":[1, 2]}}""";
        await account.Preferences.SaveAsync(
            account.UserId, new StoredPreferences(System.Text.Encoding.UTF8.GetBytes(Other), account.Now), Cancellation);
        var start = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var report =
            await account.ImportAsync(
                account.Write(
                    "watched.csv",
                    Plain + string.Concat(many.Select((title, day) => $"{start.AddDays(day):yyyy-MM-dd},{title.Name},2000,u\n"))));

        var text = await account.PreferencesTextAsync();
        text.ShouldStartWith(Other[..^1] + ",\"notInterested\":[\"movie#9000006000\",\"movie#9000005999\",");
        System.Text.Encoding.UTF8.GetByteCount(text).ShouldBeInRange(60_000, 61_440);
        PreferencesRules.Check(JsonDocument.Parse(text).RootElement).ShouldBeNull();
        (report.Dismissed.Added + report.NotFitting).ShouldBe(6_000);
        report.LeftOut.Count.ShouldBe(report.NotFitting);
        report.LeftOut[^1].Name.ShouldBe("Film 1");
    }

    [Fact]
    public async Task Import_WhileThePageSaves_KeepsBothChanges()
    {
        await ImportBesideAsync("""{"notInterested":["movie#1"]}""", """{"notInterested":["movie#1"],"minRating":5}""");

        (await Account.PreferencesTextAsync()).ShouldBe("""{"notInterested":["movie#1","movie#949"],"minRating":5}""");
    }

    [Fact]
    public async Task Import_WhileThePageSavesAllTheTime_EndsWithASentence()
    {
        var saves = Enumerable.Range(1, 20).Select(rating => $$"""{"minRating":{{rating}}}""").ToArray();
        var failure = await Should.ThrowAsync<ConfigurationException>(() => ImportBesideAsync(saves));

        failure.Message.ShouldStartWith("The preferences of this account were changed during every attempt");
        (await Account.PreferencesTextAsync()).ShouldBe("""{"minRating":5}""");
    }

    private Task<ImportReport> ImportBesideAsync(params string[] saves)
    {
        var resolver = new RowResolver(new TitleMatcher(Account.Titles), source: null, wantedTitles: null);
        var importer =
            new Importer(Account.Favourites, Account.Watchlist, new SharedPreferences(Account.Preferences, saves), resolver, Account.Clock);
        var file = Account.Write("ratings.csv", Rated + "2024-01-02,Heat,1995,u,2\n");
        return importer.ImportAsync(
            Account.UserId, [.. ExportReader.Read(file, said: null)], new ImportOptions(), new Progress<double>(), Cancellation);
    }

    [Fact]
    public async Task Import_ThenRecommend_NeverGivesWhatWasWatched()
    {
        await Account.ImportAsync(
            Account.Write(
                "ratings.csv", Rated + "2024-01-02,Heat,1995,u,5\n2024-01-03,Blade Runner,1982,u,3\n2024-01-03,Alien,1979,u,1\n"));
        using var catalogue = new CatalogueCache(
            new SqliteSnapshotStore(Account.Database), withNames: true, models: null, Account.Clock, NullLogger.Instance);
        var function =
            new MovieRecFunction(
                Account.Preferences, Account.Favourites, Account.Watchlist, catalogue, new SqliteTitleRecords(
                    Account.Database, Account.Clock), new SqliteWantedTitles(Account.Database), Account.Clock);
        var request = new ApiRequest
        {
            Method = "GET",
            Path = "/recommendations",
            Route = Routes.Find("GET", "/recommendations"),
            RequestId = "r",
            Query = new Dictionary<string, string>(StringComparer.Ordinal)
            { ["limit"] = "50" },
        };
        var response = await function.HandleAsync(request, new Caller(Account.UserId), Cancellation);

        using var body = JsonDocument.Parse(response.Body);
        body.RootElement.GetProperty("source").GetString().ShouldBe("personalized");
        var ids = body.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("mediaId").GetString()).ToList();
        ids.ShouldNotContain("949");
        ids.ShouldNotContain("78");
        ids.ShouldNotContain("348");
        ids.Count.ShouldBe(SampleCatalogue.Titles.Length - 3);
    }

    private static MediaListEntry Entry(long id, DateTimeOffset at) =>
        new() { Key = new TitleKey(MediaKind.Movie, id), Title = "My own words", AddedAt = at };
}
