using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Snapshots;

namespace MovieRec.Aws.Catalogues;

/// <summary>Store of snapshots in the table <c>MovieRecCache</c>, with the manifest <c>snapshot</c>, <c>current</c>.</summary>
/// <remarks>
/// The manifest names the current and the previous snapshot. Chunks are <c>snapshot#&lt;id&gt;</c>, <c>core#000</c>, <c>names#000</c> and
/// so on (<see cref="BlobManifest"/>). The manifest moves only if the replaced snapshot is still the current one. A manifest of the
/// previous format (<c>snapshotId</c>) is treated as missing, and stays unchanged beside this one.
/// </remarks>
public sealed class DynamoDbSnapshotStore : ISnapshotStore
{
    private const string Current = "current", Previous = "previous", Id = "id", Version = "version";
    private const int Core = 0, Names = 1;

    private readonly ChunkedBlobs _chunks;
    private readonly BlobManifest _manifest;

    public DynamoDbSnapshotStore(MovieRecTables tables)
    {
        var table = tables.GetName(Table.MovieRecCache);
        _chunks = new ChunkedBlobs(tables, table, "snapshot", ["core", "names"]);
        _manifest = new BlobManifest(tables, table, CacheKey.Create("snapshot", "current"), _chunks);
    }

    public async Task<IReadOnlyList<SnapshotRef>> ListAsync(CancellationToken cancellationToken) =>
        await _manifest.ReadAsync(cancellationToken) is { } pointer ? GetMarks(pointer) : [];

    public async Task<EncodedSnapshot?> ReadAsync(SnapshotRef mark, bool withNames, CancellationToken cancellationToken)
    {
        var core = _chunks.ReadAsync(mark.Id, Core, cancellationToken);
        var names = withNames ? _chunks.ReadAsync(mark.Id, Names, cancellationToken) : Task.FromResult<byte[]?>([]);
        await Task.WhenAll(core, names);
        return await core is { } coreBytes && await names is { } namesBytes && await IsThereAsync(mark, coreBytes, cancellationToken)
            ? new EncodedSnapshot(coreBytes, namesBytes) : null;
    }

    public async Task<SnapshotRef?> PublishAsync(
        EncodedSnapshot snapshot, string version, SnapshotRef? replaced, CancellationToken cancellationToken)
    {
        var mark = new SnapshotRef(_chunks.NewId(snapshot.Core, snapshot.Names), version);
        var isPublished = await _manifest.ReplaceAsync(
            mark.Id, [snapshot.Core, snapshot.Names],
            pointer => GetCurrent(pointer)?.Id == replaced?.Id ? Move(mark, GetMarks(pointer)) : null, cancellationToken);
        return isPublished ? mark : null;
    }

    private static ManifestMove Move(SnapshotRef mark, List<SnapshotRef> marks)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["#current"] = Current };
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            [":mark"] = new AttributeValue
            {
                M = new(StringComparer.Ordinal) { [Id] = Attributes.Text(mark.Id), [Version] = Attributes.Text(mark.Version) },
            },
        };
        var isFirst = marks.Count == 0;
        if (!isFirst)
        {
            (names["#id"], names["#previous"]) = (Id, Previous);
            values[":replaced"] = Attributes.Text(marks[0].Id);
        }
        return new ManifestMove(
            isFirst ? "SET #current = :mark" : "SET #current = :mark, #previous = #current",
            isFirst ? "attribute_not_exists(#current)" : "#current.#id = :replaced", names, values, marks.Count > 1 ? marks[1].Id : null,
            pointer => GetMarks(pointer).Contains(mark));
    }

    /// <summary>Returns true if the snapshot was published; for an empty core, which has no chunks, the manifest decides.</summary>
    private async Task<bool> IsThereAsync(SnapshotRef mark, byte[] core, CancellationToken cancellationToken)
    {
        if (core.Length > 0)
            return true;
        foreach (var one in await ListAsync(cancellationToken))
        {
            if (one.Id == mark.Id)
                return true;
        }
        return false;
    }

    private static SnapshotRef? GetCurrent(Dictionary<string, AttributeValue> pointer) =>
        GetMarks(pointer) is [var current, ..] ? current : null;

    private static List<SnapshotRef> GetMarks(Dictionary<string, AttributeValue> pointer)
    {
        var marks = new List<SnapshotRef>(2);
        foreach (var place in (ReadOnlySpan<string>)[Current, Previous])
        {
            if (pointer.TryGetValue(place, out var value) && value.M is { } mark && mark.GetText(Id) is { } id)
                marks.Add(new SnapshotRef(id, mark.GetText(Version) ?? id));
        }
        return marks;
    }
}
