using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;
using MovieRec.TestKit;

namespace MovieRec.Api.Tests.Catalogues;

public sealed class CatalogueCacheTests
{
    private readonly ManualClock _clock = new();
    private readonly MemorySnapshots _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Current_WhenTheStoreFailsLater_GoesOnServing()
    {
        _store.Put("one", SampleTitles.Alien);
        using var cache = GetCache();
        (await cache.CurrentAsync(Token)).Catalogue.Count.ShouldBe(1);
        _store.Broken = true;
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await cache.CurrentAsync(Token)).Catalogue.Count.ShouldBe(1);
        _store.Checks.ShouldBe(2);
        (await cache.CurrentAsync(Token)).Catalogue.Count.ShouldBe(1);
        _store.Checks.ShouldBe(2, "a failed check is not repeated at once");
    }

    [Fact]
    public async Task Current_NothingAtHandAndTheStoreFails_Fails()
    {
        _store.Broken = true;
        using var cache = GetCache();
        await Should.ThrowAsync<IOException>(async () => await cache.CurrentAsync(Token));
    }

    [Fact]
    public async Task Current_NothingPublished_IsEmpty()
    {
        using var cache = GetCache();
        (await cache.CurrentAsync(Token)).Catalogue.Version.ShouldBe("empty");
    }

    [Fact]
    public async Task Current_ManyCallersAtOnce_ReadTheStoreOnce()
    {
        _store.Put("one", SampleTitles.Alien);
        using var cache = GetCache();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await cache.CurrentAsync(Token))));
        _store.Checks.ShouldBe(1);
    }

    [Fact]
    public async Task Current_TheSameSnapshotAMinuteLater_IsNotReadAgain()
    {
        _store.Put("one", SampleTitles.Alien);
        using var cache = GetCache();
        var first = await cache.CurrentAsync(Token);
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await cache.CurrentAsync(Token)).ShouldBeSameAs(first);
        (_store.Checks, _store.Reads).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Current_ABrokenSnapshotIsPublished_KeepsTheOneBefore(bool wasRunning)
    {
        _store.Put("one", SampleTitles.Alien);
        using var cache = GetCache();
        if (wasRunning)
            await cache.CurrentAsync(Token);
        _store.Put("broken", Broken());
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await cache.CurrentAsync(Token)).Catalogue.Version.ShouldBe("tmdb-one");

        var reads = _store.Reads;
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await cache.CurrentAsync(Token)).Catalogue.Version.ShouldBe("tmdb-one");
        _store.Reads.ShouldBe(reads, "a rejected snapshot is not read every minute");
    }

    [Fact]
    public async Task Current_ASnapshotThatIsNotThereWhole_KeepsTheOneBeforeAndTriesAgain()
    {
        _store.Put("one", SampleTitles.Alien);
        _store.Put("two", (EncodedSnapshot?)null);
        using var cache = GetCache();
        (await cache.CurrentAsync(Token)).Catalogue.Version.ShouldBe("tmdb-one");
        _store.Put("three", SampleTitles.Heat);
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await cache.CurrentAsync(Token)).Catalogue.Version.ShouldBe("tmdb-three");
    }

    [Fact]
    public async Task Current_WithoutNames_HasTheTitlesAndNotThePeople()
    {
        _store.Put("one", SampleTitles.Alien);
        using var with = GetCache();
        using var without = new CatalogueCache(_store, withNames: false, null, _clock, NullLogger.Instance);
        (await with.CurrentAsync(Token)).Catalogue[0].Directors.ShouldBe(["Ridley Scott"]);
        var title = (await without.CurrentAsync(Token)).Catalogue[0];
        title.Name.ShouldBe("Alien");
        title.Directors.ShouldHaveSingleItem().ShouldNotBe("Ridley Scott");
    }

    private static EncodedSnapshot Broken()
    {
        var snapshot = SnapshotWriter.Write(new CatalogueContent("tmdb-broken", [SampleTitles.Heat]));
        var core = snapshot.Core.ToArray();
        core[^5] ^= 1;
        return snapshot with { Core = core };
    }

    private CatalogueCache GetCache() => new(_store, withNames: true, null, _clock, NullLogger.Instance);
}
