using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Api.Tests.Catalogues.Refresh;

/// <summary>Refresh with partial failures of the source, or with problems outside it.</summary>
public sealed class RefreshTroubleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WhatPeopleFoundAndTmdbHasNoLonger_IsForgotten()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10));
        await refreshes.Wanted.AddAsync([new TitleKey(MediaKind.Movie, 9_999)], Token);
        (await refreshes.RunAsync()).Gone.ShouldBe(1);
        (await refreshes.Wanted.ReadAsync(Token)).ShouldBeEmpty("otherwise every further run would ask for it");
        refreshes.Tmdb.Forget();
        await refreshes.RunAsync();
        refreshes.Tmdb.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Run_APageOfAListThatFailsOnce_IsAskedOnceMoreInTheSameRun()
    {
        await using var refreshes = new Refreshes(new TmdbServer(300, 40));
        refreshes.Tmdb.Inject(TmdbFault.TooLarge(saysLength: true) with { Path = "discover/movie", Every = 5, Times = 2 });
        var outcome = await refreshes.RunAsync();
        outcome.End.ShouldBe(RefreshEnd.Finished);
        (await refreshes.CurrentKeysAsync()).ShouldBe(refreshes.KeysAtTmdb());
        refreshes.Tmdb.Received.Where(request => request.Path == "discover/movie")
            .GroupBy(request => request.Query["page"], StringComparer.Ordinal)
            .Count(same => same.Count() > 1).ShouldBe(2, "pages that did not fail are not requested again");
    }

    [Fact]
    public async Task Run_APageOfAListThatFailsAgain_KeepsThePagesBeforeIt()
    {
        await using var refreshes = new Refreshes(new TmdbServer(300, 40));
        refreshes.Tmdb.Inject(TmdbFault.TooLarge(saysLength: true) with { Path = "tv/popular" });
        var outcome = await refreshes.RunAsync();
        (outcome.End, outcome.Fetched).ShouldBe((RefreshEnd.SourceDown, 0));
        outcome.Pending.ShouldBePositive("the lists before it named some");
        var asked = refreshes.Tmdb.Received.Select(request => request.Path).Distinct(StringComparer.Ordinal)
            .Where(path => path != "tv/popular").ToArray();
        refreshes.Tmdb.Recover();
        refreshes.Tmdb.Forget();
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Finished);
        refreshes.Tmdb.Received.Select(request => request.Path).Intersect(asked, StringComparer.Ordinal).ShouldBeEmpty();
        (await refreshes.CurrentKeysAsync()).ShouldBe(refreshes.KeysAtTmdb());
    }

    [Fact]
    public async Task Run_OneTitleThatTmdbCannotGive_CostsNoOther()
    {
        await using var refreshes = new Refreshes(new TmdbServer(60, 20));
        var broken = refreshes.Tmdb.Titles.First(
            title => title.IsShown && title.Facts.Key.Kind == MediaKind.Tv && title.Facts.Key.Id >= 10).Facts.Key;
        refreshes.Tmdb.Inject(TmdbFault.TooLarge(saysLength: true) with { Path = $"tv/{broken.Id}" });
        var outcome = await refreshes.RunAsync();
        (outcome.End, outcome.Pending).ShouldBe((RefreshEnd.Finished, 1));
        (await refreshes.CurrentKeysAsync()).ShouldBe([.. refreshes.KeysAtTmdb().Where(key => key != broken.ToString())]);
    }

    [Fact]
    public async Task Run_ATitleThatCameBackUnderAnotherNumber_IsKnownByBoth()
    {
        var before =
            new Title { Key = new TitleKey(MediaKind.Movie, 700_001), Name = "Moved", ReleaseDate = "1999-01-01", ImdbId = "tt7000001" };
        var after = before with { Key = new TitleKey(MediaKind.Movie, 700_002) };
        await using var refreshes = new Refreshes(new TmdbServer(40, 10).WithTitle(before));
        await refreshes.RunAsync();
        refreshes.Tmdb.WithoutTitle(before.Key).WithTitle(after);
        for (var month = 0; month < 8; month++)
        {
            refreshes.Clock.Advance(TimeSpan.FromDays(31));
            (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Finished);
            var content = (await refreshes.CurrentAsync())!;
            content.Titles.ShouldNotContain(title => title.Key == before.Key);
            content.Aliases[before.Key].ShouldBe(after.Key);
        }
        (await refreshes.Records.FindAsync([before.Key], Token)).ShouldHaveSingleItem().Name.ShouldBe("Moved");
    }

    [Fact]
    public async Task Run_KeyTakenBackInTheMiddle_KeepsWhatHadCome()
    {
        await using var refreshes = new Refreshes(new TmdbServer(60, 20));
        refreshes.Tmdb.Inject(TmdbFault.WrongKey() with { Path = "movie/", Every = 40 });
        await Should.ThrowAsync<SourceRefusedException>(() => refreshes.RunAsync());
        refreshes.Tmdb.Recover();
        var before = refreshes.Details;
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Finished);
        // Requests that were in flight when the key was rejected.
        refreshes.Details.ShouldBeLessThanOrEqualTo(refreshes.KeysAtTmdb().Length + Refreshes.Small.InFlight);
        before.ShouldBeGreaterThan(Refreshes.Small.InFlight);
    }

    [Fact]
    public async Task Run_AfterAClockThatWasYearsAhead_LooksAfterEverythingAgain()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10));
        var now = refreshes.Clock.GetUtcNow();
        refreshes.Clock.Advance(TimeSpan.FromDays(4 * 365));
        await refreshes.RunAsync();
        refreshes.Clock.Set(now);
        refreshes.Tmdb.Forget();
        var outcome = await refreshes.RunAsync();
        (outcome.End, outcome.Fetched).ShouldBe((RefreshEnd.Finished, refreshes.KeysAtTmdb().Length));
        refreshes.Tmdb.Count("trending").ShouldBePositive("lists, too");
        refreshes.Tmdb.Forget();
        (await refreshes.RunAsync()).Fetched.ShouldBe(0);
        refreshes.Tmdb.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Run_WhoseLeaseAnotherTookOver_EndsAsBusy()
    {
        await using var refreshes = new Refreshes(new TmdbServer(60, 20));
        refreshes.Tmdb.Inject(TmdbFault.Hang() with { Path = "movie/1", Times = 1 });
        var received = refreshes.Tmdb.ReceivesAsync(30);
        var stoodStill = refreshes.RunAsync(Refreshes.Small with { LeaseFor = TimeSpan.FromSeconds(3) });
        await received;
        var later = refreshes.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        (await refreshes.State.TakeAsync("another", later, later + TimeSpan.FromMinutes(1), Token)).ShouldBeTrue();
        refreshes.Clock.Advance(TimeSpan.FromSeconds(3));
        (await stoodStill).End.ShouldBe(RefreshEnd.Busy);
        refreshes.Tmdb.Recover();
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Busy, "the lease of the other run is not released");
        (await refreshes.CurrentAsync()).ShouldBeNull();
    }
}
