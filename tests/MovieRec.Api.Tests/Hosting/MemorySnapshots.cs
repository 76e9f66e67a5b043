using MovieRec.Api.Catalogues;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Snapshots;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Tests.Hosting;

/// <summary>Snapshots in memory that a test can break; the contract covers real stores.</summary>
internal sealed class MemorySnapshots : ISnapshotStore
{
    private readonly Dictionary<string, EncodedSnapshot?> _snapshots = new(StringComparer.Ordinal);
    private IReadOnlyList<SnapshotRef> _marks = [];
    private int _checks;
    private int _reads;

    public bool Broken { get; set; }

    public int Checks => _checks;

    public int Reads => _reads;

    /// <summary>Makes a catalogue the current snapshot under <paramref name="id"/>; null for an incomplete one.</summary>
    public void Put(string id, EncodedSnapshot? snapshot)
    {
        _snapshots[id] = snapshot;
        _marks = [new SnapshotRef(id, $"tmdb-{id}"), .. _marks.Take(1)];
    }

    public void Put(string id, params IReadOnlyList<Title> titles) =>
        Put(id, SnapshotWriter.Write(new CatalogueContent($"tmdb-{id}", titles)));

    public Task<IReadOnlyList<SnapshotRef>> ListAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _checks);
        return Broken ? throw new IOException("the disk is gone") : Task.FromResult(_marks);
    }

    public async Task<EncodedSnapshot?> ReadAsync(SnapshotRef mark, bool withNames, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Interlocked.Increment(ref _reads);
        return _snapshots[mark.Id] is { } snapshot && !withNames
            ? snapshot with { Names = ReadOnlyMemory<byte>.Empty }
            : _snapshots[mark.Id];
    }

    public Task<SnapshotRef?> PublishAsync(
        EncodedSnapshot snapshot, string version, SnapshotRef? replaced, CancellationToken cancellationToken)
    {
        Put(version, snapshot);
        return Task.FromResult<SnapshotRef?>(_marks[0]);
    }
}
