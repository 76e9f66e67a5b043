using Microsoft.Extensions.Logging;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;

namespace MovieRec.Api.Catalogues;

/// <summary>In-memory cache of the current catalogue and model, read on first use and checked at most once per minute.</summary>
/// <remarks>
/// The current catalogue stays in use while a newer one is read, and if reading fails or the bytes are not valid. Without one in memory the
/// previous snapshot is read. The collaborative model is checked likewise, if there is a store of models.
/// </remarks>
/// <param name="store">Store of the snapshots.</param>
/// <param name="withNames">Whether people's names are read, which searches need.</param>
/// <param name="models">Store of the model; null for none.</param>
/// <param name="clock">Times the checks.</param>
/// <param name="log">For rejected and unreadable snapshots.</param>
public sealed class CatalogueCache(ISnapshotStore store, bool withNames, IModelStore? models, TimeProvider clock, ILogger log) : IDisposable
{
    private static readonly TimeSpan s_checkEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly CurrentModel? _model = models is null ? null : new CurrentModel(models, log);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private volatile LoadedCatalogue? _current;
    private string? _currentId;
    private long _checkedAt;

    public ValueTask<LoadedCatalogue> CurrentAsync(CancellationToken cancellationToken) =>
        _current is { } current && clock.GetElapsedTime(Volatile.Read(ref _checkedAt)) < s_checkEvery
            ? ValueTask.FromResult(current)
            : new ValueTask<LoadedCatalogue>(CheckAsync(cancellationToken));

    /// <summary>Makes the next use look for a newer catalogue at once.</summary>
    public void Expire() =>
        Volatile.Write(ref _checkedAt, clock.GetTimestamp() - (long)(2 * s_checkEvery.TotalSeconds * clock.TimestampFrequency));

    public void Dispose() => _reading.Dispose();

    private async Task<LoadedCatalogue> CheckAsync(CancellationToken cancellationToken)
    {
        // With a catalogue in memory, only the call that reads a newer one waits for it.
        if (!await _reading.WaitAsync(_current is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
            return _current!;
        try
        {
            if (_current is { } fresh && clock.GetElapsedTime(Volatile.Read(ref _checkedAt)) < s_checkEvery)
                return fresh;
            var model = _model?.CheckAsync(cancellationToken) ?? Task.CompletedTask;
            var current = await NewestAsync(cancellationToken);
            await model;
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

    private async Task<LoadedCatalogue> NewestAsync(CancellationToken cancellationToken)
    {
        const int Attempts = 3;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var isGone = false;
            foreach (var mark in await store.ListAsync(cancellationToken))
            {
                if (mark.Id == _currentId && _current is { } same)
                    return same;
                if (_refused.Contains(mark.Id))
                    continue;
                if (await store.ReadAsync(mark, withNames, cancellationToken) is not { } snapshot)
                {
                    // Replaced while we were reading, or never whole.
                    isGone = true;
                    continue;
                }

                if (SnapshotReader.TryRead(snapshot, out var content, out var reason))
                {
                    _currentId = mark.Id;
                    return new LoadedCatalogue(Catalogue.Build(content));
                }

                log.SnapshotRefused(mark.Version, reason);
                _refused.Add(mark.Id);
            }

            if (!isGone)
                break;
        }

        return _current ?? new LoadedCatalogue(Catalogue.Empty);
    }
}
