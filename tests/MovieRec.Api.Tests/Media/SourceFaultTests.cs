using MovieRec.Api.Tests.Hosting;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Api.Tests.Media;

/// <summary>Faults of TMDB, which do not become errors: existing titles are served in time, marked as cached.</summary>
public sealed class SourceFaultTests
{
    public static TheoryData<string> Faults => [.. s_faults.Keys];

    private static readonly Dictionary<string, TmdbFault> s_faults = new(StringComparer.Ordinal)
    {
        ["500"] = TmdbFault.Status(500),
        ["503"] = TmdbFault.Status(503),
        ["400"] = TmdbFault.Status(400),
        ["429"] = TmdbFault.TooMany(),
        ["429, an hour"] = TmdbFault.TooMany("3600"),
        ["hang"] = TmdbFault.Hang(),
        ["malformed"] = TmdbFault.Malformed(),
        ["truncated"] = TmdbFault.Truncated(),
        ["reset"] = TmdbFault.Reset(),
        ["close"] = TmdbFault.Close(),
        ["too large"] = TmdbFault.TooLarge(saysLength: false),
        ["wrong key"] = TmdbFault.WrongKey(),
        ["no list"] = TmdbFault.Response(200, "[]"),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Media_TheSourceFails_ServesWhatIsThereInTime(string fault)
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 40), SampleTitles.All);
        sources.Tmdb.Inject(s_faults[fault]);
        foreach (
            var (target, there) in (
                ValueTuple<string, int>[])[("/media?query=silent", 0), ("/media?genre=37", 0), ("/media?ids=348,12", 2)])
        {
            // Except for a hanging request, nothing waits for the clock, which stands still.
            var listing = await (fault == "hang" ? sources.GetHangingAsync(target) : sources.GetAsync(target));
            (listing.Response.Status, listing.Source, listing.Keys.Length).ShouldBe((200, "cache", there), target);
        }
    }

    [Fact]
    public async Task Media_WithAnotherKey_IsRefusedOnceAndAsksNoMore()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 40), "some-other-key", SampleTitles.All);
        foreach (var text in (string[])["silent", "crimson", "hollow"])
            (await sources.GetAsync("/media?query=" + text)).Source.ShouldBe("cache");
        await sources.GetAsync("/media?ids=12");
        sources.Tmdb.Count().ShouldBe(1);
        sources.Service.Clock.Advance(TimeSpan.FromMinutes(6));
        await sources.GetAsync("/media?query=silent");
        sources.Tmdb.Count().ShouldBe(2, "the account may be in order by now");
    }

    [Fact]
    public async Task Media_TheSourceHangsAgainAndAgain_IsLeftAloneForAWhile()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 400), SampleTitles.All);
        sources.Tmdb.Inject(TmdbFault.Hang());
        foreach (var text in (string[])["silent", "crimson", "hollow", "golden", "broken", "paper"])
            (await sources.GetHangingAsync("/media?query=" + text)).Total.ShouldBe(0);
        sources.Tmdb.Count().ShouldBe(3);
        sources.Tmdb.Recover();
        sources.Service.Clock.Advance(TimeSpan.FromSeconds(20));
        (await sources.GetAsync("/media?query=paper")).Source.ShouldBe("tmdb");
    }

    [Fact]
    public async Task Media_TheSourceFailsOnALaterPage_ServesTheFirst()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 100));
        var all = await sources.GetAsync("/media?mediaType=movie&limit=20");
        sources.Tmdb.Inject(TmdbFault.Status(500));
        var some = await sources.GetAsync("/media?mediaType=movie&limit=50");
        some.Keys.ShouldBe(all.Keys);
        some.Total.ShouldBe(all.Total);
    }

    [Fact]
    public async Task Media_FailedAndWellAgain_Asks()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 400), SampleTitles.All);
        sources.Tmdb.Inject(TmdbFault.Status(500) with { Times = 4 });
        (await sources.GetAsync("/media?query=silent")).Source.ShouldBe("cache");
        (await sources.GetAsync("/media?query=silent")).Source.ShouldBe("tmdb");
    }
}
