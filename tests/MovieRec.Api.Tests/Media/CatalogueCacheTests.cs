using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Media;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;

namespace MovieRec.Api.Tests.Media;

public sealed class CatalogueCacheTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Current_WhenTheStoreFailsLater_GoesOnServing()
    {
        var store = new BrokenStore();
        using var cache = new CatalogueCache(store, null, _clock, NullLogger.Instance);
        (await cache.CurrentAsync(TestContext.Current.CancellationToken)).Catalogue.Count.ShouldBe(1);
        store.Broken = true;
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await cache.CurrentAsync(TestContext.Current.CancellationToken)).Catalogue.Count.ShouldBe(1);
        store.Checks.ShouldBe(2);
        (await cache.CurrentAsync(TestContext.Current.CancellationToken)).Catalogue.Count.ShouldBe(1);
        store.Checks.ShouldBe(2, "a failed check is not repeated at once");
    }

    [Fact]
    public async Task Current_NothingAtHandAndTheStoreFails_Fails()
    {
        using var cache = new CatalogueCache(new BrokenStore { Broken = true }, null, _clock, NullLogger.Instance);
        await Should.ThrowAsync<IOException>(async () => await cache.CurrentAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Current_ManyCallersAtOnce_ReadTheStoreOnce()
    {
        var store = new BrokenStore();
        using var cache = new CatalogueCache(store, null, _clock, NullLogger.Instance);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await cache.CurrentAsync(TestContext.Current.CancellationToken))));
        store.Checks.ShouldBe(1);
    }

    private sealed class BrokenStore : ITitleStore
    {
        private int _checks;

        public bool Broken { get; set; }

        public int Checks => _checks;

        public Task<string> VersionAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _checks);
            return Broken ? throw new IOException("the disk is gone") : Task.FromResult("v1");
        }

        public async Task<IReadOnlyList<Title>> ReadAllAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            return [SampleTitles.Alien];
        }

        public Task WriteAsync(IEnumerable<Title> titles, string version, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
