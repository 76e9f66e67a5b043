using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Api.Tests.Catalogues.Refresh;

/// <summary>Refresh from a stand-in of TMDB into SQLite.</summary>
public sealed class CatalogueRefreshTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_TheFirst_TakesEveryTitleThatMayBeShown()
    {
        await using var refreshes = new Refreshes(new TmdbServer(300, 120));
        var outcome = await refreshes.RunAsync();
        (outcome.End, outcome.Published, outcome.Pending).ShouldBe((RefreshEnd.Finished, true, 0));
        (await refreshes.CurrentKeysAsync()).ShouldBe(refreshes.KeysAtTmdb());
        outcome.Fetched.ShouldBe(refreshes.KeysAtTmdb().Length);

        var content = (await refreshes.CurrentAsync())!;
        content.Version.ShouldStartWith("tmdb-");
        content.Trending.ShouldNotBeEmpty();
        var film = refreshes.Tmdb.Titles.First(
            title => title.IsShown && title.Facts is { Cast.Count: > 2, Keywords.Count: > 2, Directors.Count: > 0 }).Facts;
        var taken = content.Titles.Single(title => title.Key == film.Key);
        (taken.Name, taken.ReleaseDate, taken.OriginalLanguage).ShouldBe((film.Name, film.ReleaseDate, film.OriginalLanguage));
        taken.Directors.ShouldBe(film.Directors.Take(4));
        taken.Keywords.ShouldBe(film.Keywords, ignoreOrder: true);
        (await refreshes.Records.FindAsync([film.Key], Token)).ShouldHaveSingleItem().Overview.ShouldBe(film.Overview);
    }

    [Fact]
    public async Task Run_Twice_DoesNothingTwice()
    {
        await using var refreshes = new Refreshes(new TmdbServer(120, 40));
        await refreshes.RunAsync();
        var mark = (await refreshes.Snapshots.ListAsync(Token))[0];
        refreshes.Tmdb.Forget();

        var again = await refreshes.RunAsync();
        (again.End, again.Fetched, again.Published).ShouldBe((RefreshEnd.Finished, 0, false));
        again.Version.ShouldBe(mark.Version);
        refreshes.Tmdb.Count().ShouldBe(0, "lists read within the hour are not read again either");
        (await refreshes.Snapshots.ListAsync(Token))[0].ShouldBe(mark);

        refreshes.Clock.Advance(TimeSpan.FromHours(12));
        (await refreshes.RunAsync()).Published.ShouldBeFalse();
        refreshes.Tmdb.Count().ShouldBePositive("lists of the morning are read again");
        refreshes.Details.ShouldBe(0);
    }

    public static TheoryData<string> Faults => ["500", "429", "truncated", "malformed", "reset", "hang", "too large"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Run_UnderAFault_EndsWithEveryTitleOnce(string fault)
    {
        await using var refreshes = new Refreshes(new TmdbServer(150, 60));
        refreshes.Tmdb.Inject(fault switch
        {
            "500" => TmdbFault.Status(500) with { Every = 4 },
            "429" => TmdbFault.TooMany("0") with { Every = 4 },
            "truncated" => TmdbFault.Truncated() with { Every = 4 },
            "malformed" => TmdbFault.Malformed() with { Every = 4 },
            "reset" => TmdbFault.Reset() with { Every = 4 },
            "hang" => TmdbFault.Hang() with { Path = "movie/7", Times = 1 },
            _ => TmdbFault.TooLarge(saysLength: false) with { Every = 4 },
        });
        var running = refreshes.RunAsync();
        while (fault == "hang" && refreshes.Tmdb.Count("movie/7") == 0)
            await Task.Yield();
        // The maximum duration of an attempt, which is less than the lease.
        refreshes.Clock.Advance(TimeSpan.FromSeconds(fault == "hang" ? 10 : 0));
        var outcome = await running;
        for (var run = 1; run < 40 && (outcome.End != RefreshEnd.Finished || outcome.Pending > 0); run++)
            outcome = await refreshes.RunAsync();
        outcome.End.ShouldBe(RefreshEnd.Finished);
        (await refreshes.CurrentKeysAsync()).ShouldBe(refreshes.KeysAtTmdb());
    }

    [Fact]
    public async Task Run_WithAWrongKey_StopsAtOnceAndKeepsWhatThereIs()
    {
        await using var refreshes = new Refreshes(new TmdbServer(100, 40));
        await refreshes.RunAsync();
        var before = await refreshes.CurrentKeysAsync();
        refreshes.Clock.Advance(TimeSpan.FromDays(40));
        refreshes.Tmdb.Forget();
        const string Wrong = "ffffffffffffffffffffffffffffffff";

        var refused = await Should.ThrowAsync<SourceRefusedException>(() => refreshes.RunAsync(key: Wrong));
        refused.Message.ShouldContain("TMDB_API_KEY");
        refused.Message.ShouldNotContain(Wrong);
        refreshes.Tmdb.Count().ShouldBe(1);
        (await refreshes.CurrentKeysAsync()).ShouldBe(before);
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Finished, "the lease was released");
    }

    [Fact]
    public async Task Run_InSmallParts_GoesOnWhereItStoppedAndAsksNothingTwice()
    {
        await using var refreshes = new Refreshes(new TmdbServer(200, 80));
        var runs = 0;
        var sizes = new List<int>();
        RefreshOutcome outcome;
        do
        {
            outcome = await refreshes.RunAsync(Refreshes.Small with { Requests = 60 });
            sizes.Add((await refreshes.CurrentAsync())?.Titles.Count ?? 0);
            (++runs).ShouldBeLessThan(20);
        }
        while (outcome.End == RefreshEnd.Paused);
        outcome.End.ShouldBe(RefreshEnd.Finished);
        sizes.ShouldBe([.. sizes.Order()], "every run publishes the titles it has");
        (await refreshes.CurrentKeysAsync()).ShouldBe(refreshes.KeysAtTmdb());
        refreshes.Tmdb.Received.GroupBy(
            request =>
                request.Path + string.Join(' ', request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal)), StringComparer.Ordinal)
            .Where(same => same.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_CancelledInTheMiddle_IsTakenUpByTheNext()
    {
        await using var refreshes = new Refreshes(new TmdbServer(400, 100));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await Should.ThrowAsync<OperationCanceledException>(() => refreshes.RunAsync(
            Refreshes.Small,
            progress =>
            {
                if (progress is { Phase: RefreshPhase.Details, Done: >= 200 })
                    stop.Cancel();
            },
            null,
            stop.Token));
        (await refreshes.CurrentAsync()).ShouldBeNull();
        refreshes.Tmdb.Forget();
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Finished);
        refreshes.Details.ShouldBeLessThanOrEqualTo(refreshes.Tmdb.Titles.Count() - 200);
        refreshes.Tmdb.Count().ShouldBe(refreshes.Details, "the first run had read the lists");
        (await refreshes.CurrentKeysAsync()).ShouldBe(refreshes.KeysAtTmdb());
    }

    [Fact]
    public async Task Run_WhileAnotherRuns_DoesNothing()
    {
        await using var refreshes = new Refreshes(new TmdbServer(60, 20));
        refreshes.Tmdb.Inject(TmdbFault.Hang() with { Times = 1 });
        var received = refreshes.Tmdb.ReceivesAsync(1);
        var first = refreshes.RunAsync();
        await received;
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Busy);
        refreshes.Tmdb.Recover();
        (await first).End.ShouldBe(RefreshEnd.Finished);
    }

    [Fact]
    public async Task Run_AfterAKill_WaitsForTheLeaseToEnd()
    {
        await using var refreshes = new Refreshes(new TmdbServer(30, 10));
        var now = refreshes.Clock.GetUtcNow();
        await refreshes.State.TakeAsync("a dead instance", now, now + TimeSpan.FromSeconds(30), Token);
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Busy);
        refreshes.Clock.Advance(TimeSpan.FromSeconds(31));
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Finished);
    }

    [Fact]
    public async Task Run_AMonthLater_FetchesAgainAndForgetsWhatIsGone()
    {
        await using var refreshes = new Refreshes(new TmdbServer(60, 20));
        await refreshes.RunAsync();
        var film = refreshes.Tmdb.Titles.First(title => title.IsShown).Facts;
        var gone = refreshes.Tmdb.Titles.Last(title => title.IsShown).Facts.Key;
        refreshes.Tmdb.WithTitle(film with { Name = "Quite Another Name" }).WithoutTitle(gone);
        refreshes.Clock.Advance(TimeSpan.FromDays(31));

        var outcome = await refreshes.RunAsync();
        (outcome.End, outcome.Gone, outcome.Published).ShouldBe((RefreshEnd.Finished, 1, true));
        (await refreshes.CurrentKeysAsync()).ShouldBe(refreshes.KeysAtTmdb());
        (await refreshes.CurrentAsync())!.Titles.Single(title => title.Key == film.Key).Name.ShouldBe("Quite Another Name");
        (await refreshes.Records.FindAsync([gone], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_WhenTmdbHasBeenDownForHalfAYear_KeepsNothingOfIts()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10));
        await refreshes.PublishAsync("embedded-1", Embedded(1, "A Film Without Match"));
        await refreshes.RunAsync();
        refreshes.Tmdb.Inject(TmdbFault.Status(503));
        refreshes.Clock.Advance(TimeSpan.FromDays(179));
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.SourceDown);
        (await refreshes.CurrentKeysAsync()).Length.ShouldBe(refreshes.KeysAtTmdb().Length + 1, "the existing titles are still served");
        refreshes.Clock.Advance(TimeSpan.FromDays(2));
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.SourceDown);
        (await refreshes.CurrentKeysAsync()).ShouldBe([Embedded(1, "").Key.ToString()]);
    }

    [Fact]
    public async Task Run_TitlesThatPeopleFound_AreTakenIn()
    {
        await using var refreshes = new Refreshes(new TmdbServer(200, 10));
        var found = refreshes.Tmdb.Titles.Last(title => title.IsShown && title.Facts.Key.Kind == MediaKind.Movie).Facts.Key;
        var small = new RefreshOptions { Films = 20, Series = 20 };
        await refreshes.RunAsync(small);
        (await refreshes.CurrentKeysAsync()).ShouldNotContain(found.ToString());
        await refreshes.Wanted.AddAsync([found], Token);
        await refreshes.RunAsync(small);
        (await refreshes.CurrentKeysAsync()).ShouldContain(found.ToString());
        (await refreshes.Wanted.ReadAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_TitlesThatNoListNames_StayHalfAYear()
    {
        await using var refreshes = new Refreshes(new TmdbServer(200, 10));
        var small = new RefreshOptions { Films = 20, Series = 20 };
        var found = refreshes.Tmdb.Titles.Last(title => title.IsShown && title.Facts.Key.Kind == MediaKind.Movie).Facts.Key;
        await refreshes.Wanted.AddAsync([found], Token);
        await refreshes.RunAsync(small);
        refreshes.Clock.Advance(TimeSpan.FromDays(40));
        refreshes.Tmdb.Forget();

        await refreshes.RunAsync(small);
        (await refreshes.CurrentKeysAsync()).ShouldContain(found.ToString());
        refreshes.Tmdb.Count($"movie/{found.Id}").ShouldBe(1, "it may have changed, moved or gone");
        refreshes.Clock.Advance(TimeSpan.FromDays(141));
        await refreshes.RunAsync(small);
        (await refreshes.CurrentKeysAsync()).ShouldNotContain(found.ToString());
    }

    [Fact]
    public async Task Run_TitlesThatNoListNames_AreBoundedAndTheNewestStay()
    {
        await using var refreshes = new Refreshes(new TmdbServer(200, 10));
        var small = new RefreshOptions { Films = 20, Series = 20, Unlisted = 5 };
        await refreshes.RunAsync(small);
        var listed = (await refreshes.CurrentKeysAsync()).Length;
        var films = refreshes.Tmdb.Titles.Where(title => title.IsShown && title.Facts.Key.Kind == MediaKind.Movie)
            .Select(title => title.Facts.Key).ToArray();
        await refreshes.Wanted.AddAsync(films[^20..], Token);

        for (var run = 0; run < 6; run++)
        {
            refreshes.Clock.Advance(TimeSpan.FromMinutes(1));
            await refreshes.RunAsync(small);
            (await refreshes.CurrentKeysAsync()).Length.ShouldBeLessThanOrEqualTo(listed + (2 * 5));
        }
        (await refreshes.Wanted.ReadAsync(Token)).ShouldBeEmpty("every title had its turn");
        (await refreshes.CurrentKeysAsync()).Length.ShouldBe(listed + 5);
    }

    internal static Title Embedded(long number, string name, int year = 1999, string? director = null, string? wikidata = null) => new()
    {
        Key = new TitleKey(MediaKind.Movie, TitleKey.FirstEmbeddedId + number),
        Name = name,
        ReleaseDate = $"{year}",
        Popularity = 100,
        Directors = director is null ? [] : [director],
        WikidataId = wikidata,
    };
}
