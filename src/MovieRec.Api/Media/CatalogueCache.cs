using Microsoft.Extensions.Logging;
using MovieRec.Api.Learning;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>
/// The catalogue in memory: read when it is first needed, looked after at most once a minute. While a newer one is read, and when
/// reading it fails, the one at hand goes on serving. The collaborative model is looked after likewise, where there is a store of models.
/// </summary>
public sealed class CatalogueCache(ITitleStore store, IModelStore? models, TimeProvider clock, ILogger log) : ITitleLookup, IDisposable
{
    private static readonly TimeSpan s_checkEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly ModelInForce? _model = models is null ? null : new ModelInForce(models, log);
    private volatile LoadedCatalogue? _current;
    private long _checkedAt;

    public ValueTask<LoadedCatalogue> CurrentAsync(CancellationToken cancellationToken) =>
        _current is { } current && clock.GetElapsedTime(Volatile.Read(ref _checkedAt)) < s_checkEvery
            ? ValueTask.FromResult(current)
            : new ValueTask<LoadedCatalogue>(CheckAsync(cancellationToken));

    /// <summary>Makes the next use look for a newer catalogue at once.</summary>
    public void Expire() => Volatile.Write(ref _checkedAt, clock.GetTimestamp() - (long)(2 * s_checkEvery.TotalSeconds * clock.TimestampFrequency));

    public async Task<IReadOnlyList<Title>> FindAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        var catalogue = (await CurrentAsync(cancellationToken)).Catalogue;
        var found = new List<Title>(keys.Count);
        foreach (var key in keys)
        {
            if (catalogue.TryFind(key, out var row))
                found.Add(catalogue[row]);
        }

        return found;
    }

    public void Dispose() => _reading.Dispose();

    private async Task<LoadedCatalogue> CheckAsync(CancellationToken cancellationToken)
    {
        // With a catalogue at hand nobody waits for a newer one but the caller that reads it.
        if (!await _reading.WaitAsync(_current is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
            return _current!;
        try
        {
            if (_current is { } fresh && clock.GetElapsedTime(Volatile.Read(ref _checkedAt)) < s_checkEvery)
                return fresh;
            var version = await store.VersionAsync(cancellationToken);
            if (_current is not { } current || current.Catalogue.Version != version)
                current = new LoadedCatalogue(Catalogue.Build(await store.ReadAllAsync(cancellationToken), version));
            if (_model is not null)
                await _model.CheckAsync(cancellationToken);
            _current = current = current.With(_model?.Current);
            Volatile.Write(ref _checkedAt, clock.GetTimestamp());
            return current;
        }
        catch (Exception failed) when (failed is not OperationCanceledException && _current is not null)
        {
            log.CatalogueNotRead(failed);
            Volatile.Write(ref _checkedAt, clock.GetTimestamp());
            return _current;
        }
        finally
        {
            _reading.Release();
        }
    }
}
