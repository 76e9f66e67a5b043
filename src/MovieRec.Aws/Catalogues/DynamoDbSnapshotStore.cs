using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Snapshots;

namespace MovieRec.Aws.Catalogues;

/// <summary>
/// Snapshots in the table <c>MovieRecCache</c>: the pointer <c>snapshot</c>, <c>current</c>, which names the one in force and the one
/// before, and shards <c>snapshot#&lt;id&gt;</c>, <c>core#000</c> and on, <c>names#000</c> and on. A publication claims an id, writes the
/// shards and moves the pointer, if it still points where the work began; <see cref="BlobManifest"/> says what becomes of shards when one
/// is
/// broken off. A pointer of the format before this one (<c>snapshotId</c>) counts as none, and is left as it is beside this one.
/// </summary>
public sealed class DynamoDbSnapshotStore : ISnapshotStore
{
    private const string Current = "current", Previous = "previous", Id = "id", Version = "version";
    private const int Core = 0, Names = 1;

    private readonly ChunkedBlobs _shards;
    private readonly BlobManifest _pointer;

    public DynamoDbSnapshotStore(MovieRecTables tables)
    {
        var table = tables.GetName(Table.MovieRecCache);
        _shards = new ChunkedBlobs(tables, table, "snapshot", ["core", "names"]);
        _pointer = new BlobManifest(tables, table, CacheKey.Create("snapshot", "current"), _shards);
    }

    public async Task<IReadOnlyList<SnapshotRef>> ListAsync(CancellationToken cancellationToken) =>
        await _pointer.ReadAsync(cancellationToken) is { } pointer ? GetMarks(pointer) : [];

    public async Task<EncodedSnapshot?> ReadAsync(SnapshotRef mark, bool withNames, CancellationToken cancellationToken)
    {
        var core = _shards.ReadAsync(mark.Id, Core, cancellationToken);
        var names = withNames ? _shards.ReadAsync(mark.Id, Names, cancellationToken) : Task.FromResult<byte[]?>([]);
        await Task.WhenAll(core, names);
        return await core is { } coreBytes && await names is { } namesBytes && await IsThereAsync(mark, coreBytes, cancellationToken)
            ? new EncodedSnapshot(coreBytes, namesBytes) : null;
    }

    public async Task<SnapshotRef?> PublishAsync(
        EncodedSnapshot snapshot, string version, SnapshotRef? replaced, CancellationToken cancellationToken)
    {
        var mark = new SnapshotRef(_shards.NewId(snapshot.Core, snapshot.Names), version);
        var claim = _pointer.ClaimOn(mark.Id);
        if (await ClaimAsync(claim, replaced, cancellationToken) is not { } pointer)
            return null;
        await _shards.WriteAsync(mark.Id, Core, snapshot.Core, cancellationToken);
        await _shards.WriteAsync(mark.Id, Names, snapshot.Names, cancellationToken);
        if (await MoveAsync(mark, claim, replaced, pointer, cancellationToken) is not { } moved)
        {
            await _pointer.AbandonAsync(claim, cancellationToken);
            return null;
        }
        await _pointer.TidyAsync(moved, cancellationToken);
        return mark;
    }

    private Task<Dictionary<string, AttributeValue>?> ClaimAsync(string claim, SnapshotRef? replaced, CancellationToken cancellationToken)
    {
        var (names, values) = Expression(replaced);
        names["#claims"] = BlobManifest.Claims;
        values[":claims"] = BlobManifest.GetSet(claim);
        return _pointer.UpdateAsync("ADD #claims :claims", IsInForce(replaced), names, values, cancellationToken);
    }

    /// <returns>The pointer as it is after the move; null where another has moved it.</returns>
    private async Task<Dictionary<string, AttributeValue>?> MoveAsync(
        SnapshotRef mark, string claim, SnapshotRef? replaced, Dictionary<string, AttributeValue> pointer,
        CancellationToken cancellationToken)
    {
        var (names, values) = Expression(replaced);
        names["#claims"] = BlobManifest.Claims;
        values[":claims"] = BlobManifest.GetSet(claim);
        values[":claim"] = Attributes.Text(claim);
        values[":mark"] = new AttributeValue
        {
            M = new(StringComparer.Ordinal) { [Id] = Attributes.Text(mark.Id), [Version] = Attributes.Text(mark.Version) },
        };
        var update = "SET #current = :mark";
        if (replaced is not null)
        {
            names["#previous"] = Previous;
            update += ", #previous = #current";
        }
        update += " DELETE #claims :claims";
        // What is before the one in force changes with it alone, so it is what it was at the claim.
        if (GetMarks(pointer) is [_, var before])
        {
            names["#leaving"] = BlobManifest.Leaving;
            values[":leaving"] = BlobManifest.GetSet(before.Id);
            update += " ADD #leaving :leaving";
        }
        var moved =
            await _pointer.UpdateAsync(update, $"{IsInForce(replaced)} AND contains(#claims, :claim)", names, values, cancellationToken);
        // A move whose answer was lost is sent again by the SDK, and then fails against itself.
        return moved ?? (await _pointer.ReadAsync(cancellationToken) is { } found && GetMarks(found).Contains(mark) ? found : null);
    }

    private static string IsInForce(SnapshotRef? replaced) =>
        replaced is null ? "attribute_not_exists(#current)" : "#current.#id = :replaced";

    private static (Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values) Expression(SnapshotRef? replaced)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["#current"] = Current };
        var values = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        if (replaced is not null)
        {
            names["#id"] = Id;
            values[":replaced"] = Attributes.Text(replaced.Id);
        }
        return (names, values);
    }

    /// <summary>
    /// An empty core has no shard that would be missing, so there the pointer says whether such a snapshot was published.
    /// </summary>
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
