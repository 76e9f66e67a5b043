using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;

namespace MovieRec.Api.Tests.Catalogues;

/// <summary>Invalid model, which is ignored with one line in the log while the service goes on.</summary>
public sealed class CurrentModelTests
{
    private readonly ManualClock _clock = new();
    private readonly Models _models = new();
    private readonly Lines _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Current_ModelPutInPlaceThenBroken_KeepsTheGoodOneAndSaysSoOnce()
    {
        using var cache = new CatalogueCache(new MemorySnapshots(), withNames: true, _models, _clock, _log);
        (await cache.CurrentAsync(Token)).ModelVersion.ShouldBe("content-1");
        await _models.WriteAsync(Learnt(), Token);
        var version = await LaterAsync(cache);
        version.ShouldStartWith("ease-1-");
        _log.Clear();

        await _models.WriteAsync("MRCM, but not really, only something that begins like one"u8.ToArray(), Token);
        (await LaterAsync(cache)).ShouldBe(version);
        (await LaterAsync(cache)).ShouldBe(version);
        _log.ShouldHaveSingleItem().ShouldStartWith("Warning The recommendation model was rejected: it is of format ");
    }

    [Fact]
    public async Task Current_StoreFails_GoesOnAndTriesAgain()
    {
        using var cache = new CatalogueCache(new MemorySnapshots(), withNames: true, _models, _clock, _log);
        _models.Fails = true;
        (await cache.CurrentAsync(Token)).ModelVersion.ShouldBe("content-1");
        _log.ShouldHaveSingleItem().ShouldStartWith("Warning The recommendation model could not be read");
        _models.Fails = false;
        await _models.WriteAsync(Learnt(), Token);
        (await LaterAsync(cache)).ShouldStartWith("ease-1-");
    }

    [Fact]
    public async Task Current_ModelGoneBetweenMarkAndRead_IsReadWithTheNextCheck()
    {
        using var cache = new CatalogueCache(new MemorySnapshots(), withNames: true, _models, _clock, _log);
        await _models.WriteAsync(Learnt(), Token);
        _models.Gone = true;
        (await cache.CurrentAsync(Token)).ModelVersion.ShouldBe("content-1");
        _models.Gone = false;
        (await LaterAsync(cache)).ShouldStartWith("ease-1-");
    }

    private async Task<string> LaterAsync(CatalogueCache cache)
    {
        _clock.Advance(TimeSpan.FromMinutes(2));
        return (await cache.CurrentAsync(Token)).ModelVersion;
    }

    private byte[] Learnt() => ListLearner.Learn(
        [.. Enumerable.Range(0, 40).Select(
            i => new ListedTitle($"user{i % 12}", new TitleKey(MediaKind.Movie, 1 + (i % 7)), SignalKind.Favourite, _clock.GetUtcNow()))],
        _clock.GetUtcNow(), new TrainingOptions(), null, Token)!;

    private sealed class Models : IModelStore
    {
        private byte[]? _model;
        private int _writes;

        public bool Fails { get; set; }

        public bool Gone { get; set; }

        public Task<string?> MarkAsync(CancellationToken cancellationToken) =>
            Fails ? throw new IOException("out of order") : Task.FromResult(_model is null ? null : $"{_writes}");

        public Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult(_model is null || Gone ? default(ReadOnlyMemory<byte>?) : _model);

        public Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken)
        {
            (_model, _writes) = (model.ToArray(), _writes + 1);
            return Task.CompletedTask;
        }
    }

    private sealed class Lines : List<string>, ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add($"{logLevel} {formatter(state, exception)}");
    }
}
