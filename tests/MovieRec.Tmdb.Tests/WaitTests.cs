using MovieRec.Api.Catalogues.Source;
using MovieRec.TestKit;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

/// <summary>Waits and timeouts, on a clock that the tests move.</summary>
public sealed class WaitTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData("7")]
    [InlineData("Sun, 22 Nov 2026 10:00:07 GMT")]
    public async Task RetryAfter_InSecondsOrAsADate_IsWaitedForByAllCalls(string retryAfter)
    {
        await using var tmdb = new TmdbFixture(films: 2, clock: _clock, options: Options);
        tmdb.Server.Inject(TmdbFault.TooMany(retryAfter) with { Times = 1 });
        var struck = tmdb.DetailsAsync(1);
        await _clock.NextTimerAsync(due => due == TimeSpan.FromSeconds(7));
        var other = tmdb.DetailsAsync(2);
        await _clock.NextTimerAsync(due => due == TimeSpan.FromSeconds(7));
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        tmdb.Server.Count().ShouldBe(1);
        struck.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await struck).ShouldNotBeNull();
        (await other).ShouldNotBeNull();
        tmdb.Server.Count().ShouldBe(3);
    }

    [Fact]
    public async Task RetryAfter_LongerThanAnybodyWaits_EndsCallsAtOnceUntilThen()
    {
        await using var tmdb = new TmdbFixture(films: 1, clock: _clock, options: Options);
        tmdb.Server.Inject(TmdbFault.TooMany("3600") with { Times = 1 });
        (await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1))).Message.ShouldContain("3600 s");
        await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1));
        tmdb.Server.Count().ShouldBe(1);
        _clock.Advance(TimeSpan.FromHours(1));
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Delay_BetweenTries_GrowsWithJitterAndHasABound()
    {
        await using var tmdb = new TmdbFixture(films: 1, clock: _clock, options: server => new()
        {
            Key = server.Key,
            BaseAddress = server.Address,
            Attempts = 10,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(20),
            OutageTries = 100,
        });
        tmdb.Server.Inject(TmdbFault.Status(500));
        var call = tmdb.DetailsAsync(1);
        var waits = new List<TimeSpan>();
        for (var wait = 0; wait < 9; wait++)
        {
            // The other timers are the attempts' own timeouts and those of deferred requests.
            waits.Add(await _clock.NextTimerAsync(due => due > TimeSpan.Zero && due != tmdb.Options.TryTimeout));
            _clock.Advance(waits[^1]);
        }
        await Should.ThrowAsync<SourceUnavailableException>(() => call);
        waits.ShouldAllBe(wait => wait <= TimeSpan.FromSeconds(20));
        waits[^1].ShouldBeGreaterThan(waits[0]);
        waits.Take(5).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task Try_WithoutAnAnswerInTime_IsGivenUpAndTheNextMade()
    {
        await using var tmdb = new TmdbFixture(films: 1, clock: _clock, options: Options);
        tmdb.Server.Inject(TmdbFault.Hang() with { Times = 1 });
        var received = tmdb.Server.ReceivesAsync(1);
        var call = tmdb.DetailsAsync(1);
        await received;
        _clock.Advance(tmdb.Options.TryTimeout);
        _clock.Advance(await _clock.NextTimerAsync(due => due > TimeSpan.Zero && due < TimeSpan.FromSeconds(9)));
        (await call).ShouldNotBeNull();
        tmdb.Log.Lines.ShouldContain(line => line.Contains("attempt 1 failed (no response within 10 s)"));
    }

    [Fact]
    public async Task Circuit_OfAServerThatIsDown_OpensAndClosesWithTheClock()
    {
        await using var tmdb = new TmdbFixture(films: 1, clock: _clock, options: server => new()
        {
            Key = server.Key,
            BaseAddress = server.Address,
            Attempts = 1,
            OutageTries = 4,
        });
        tmdb.Server.Inject(TmdbFault.Status(503));
        for (var call = 0; call < 4; call++)
            await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1));
        (await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.PopularAsync())).Message.ShouldContain("left alone for a while");
        tmdb.Server.Count().ShouldBe(4, "no request is sent while the circuit is open");

        _clock.Advance(tmdb.Options.OutagePause + TimeSpan.FromMilliseconds(1));
        await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1));
        await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1));
        tmdb.Server.Count().ShouldBe(5, "one call tests the server, which is still down");

        tmdb.Server.Recover();
        _clock.Advance(tmdb.Options.OutagePause + TimeSpan.FromMilliseconds(1));
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull();
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull();
        tmdb.Log.Lines.ShouldContain(line => line.Contains("TMDB fails too often"));
        tmdb.Log.Lines.ShouldContain(line => line.Contains("TMDB is available again"));
    }

    [Fact]
    public async Task Circuit_OfAServerThatAsksForPatience_StaysClosed()
    {
        await using var tmdb = new TmdbFixture(films: 1, clock: _clock, options: server => new()
        {
            Key = server.Key,
            BaseAddress = server.Address,
            Attempts = 1,
            OutageTries = 2,
        });
        tmdb.Server.Inject(TmdbFault.TooMany());
        for (var call = 1; call <= 10; call++)
        {
            await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1));
            tmdb.Server.Count().ShouldBe(call);
        }
    }

    [Fact]
    public async Task Rate_OnAClockThatStands_LetsSoManyThroughAndNoMore()
    {
        await using var tmdb = new TmdbFixture(films: 1, clock: _clock, options: server => new()
        {
            Key = server.Key,
            BaseAddress = server.Address,
            RequestsPerSecond = 5,
        });
        for (var call = 0; call < 5; call++)
            await tmdb.DetailsAsync(1);
        var sixth = tmdb.DetailsAsync(1);
        await _clock.NextTimerAsync(due => due == TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(0.999));
        tmdb.Server.Count().ShouldBe(5);
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        (await sixth).ShouldNotBeNull();
        tmdb.Server.Count().ShouldBe(6);
    }

    private static TmdbOptions Options(TmdbServer server) => new() { Key = server.Key, BaseAddress = server.Address };
}
