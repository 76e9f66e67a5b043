using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

/// <summary>Request rate as the server sees it, on the real clock.</summary>
public sealed class RateTests
{
    [Theory]
    [InlineData(35, 100)]
    [InlineData(7, 20)]
    public async Task Requests_OfManyCallsAtOnce_AreNeverMoreThanTheLimitInAnySecond(int perSecond, int calls)
    {
        await using var tmdb = new TmdbFixture(films: calls, clock: TimeProvider.System, options: server => Limited(server, perSecond));
        await Task.WhenAll(Enumerable.Range(1, calls).Select(id => tmdb.DetailsAsync(id)));
        tmdb.Server.Count().ShouldBe(calls);
        TmdbReceived.MostInASecond(tmdb.Server.Received).ShouldBeInRange(1, perSecond);
    }

    [Fact]
    public async Task Requests_ThatAreTriedAgain_CountEachTime()
    {
        await using var tmdb = new TmdbFixture(films: 40, clock: TimeProvider.System, options: server => Limited(server, 30));
        tmdb.Server.Inject(TmdbFault.Status(500) with { Every = 2 });
        await Task.WhenAll(Enumerable.Range(1, 40).Select(id => tmdb.DetailsAsync(id)));
        tmdb.Server.Count().ShouldBeGreaterThan(60);
        TmdbReceived.MostInASecond(tmdb.Server.Received).ShouldBeInRange(1, 30);
    }

    [Fact]
    public async Task Requests_UnderWay_AreNeverMoreThanTheLimit()
    {
        await using var tmdb = new TmdbFixture(films: 10, options: server => new()
        {
            Key = server.Key,
            BaseAddress = server.Address,
            MaxConcurrent = 3,
        });
        tmdb.Server.Inject(TmdbFault.Hang() with { Times = 3 });
        var received = tmdb.Server.ReceivesAsync(3);
        var calls = Enumerable.Range(1, 10).Select(id => tmdb.DetailsAsync(id)).ToArray();
        await received;
        calls.ShouldAllBe(call => !call.IsCompleted);
        tmdb.Server.Count().ShouldBe(3);
        tmdb.Server.Recover();
        await Task.WhenAll(calls);
        tmdb.Server.Count().ShouldBe(10);
    }

    private static TmdbOptions Limited(TmdbServer server, int perSecond) => new()
    {
        Key = server.Key,
        BaseAddress = server.Address,
        RequestsPerSecond = perSecond,
        MaxConcurrent = 100,
        Attempts = 10,
        OutageTries = 10_000,
        Delay = TimeSpan.Zero,
        TryTimeout = TimeSpan.FromDays(1),
    };
}
