using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>
/// The lease and the progress in the item <c>progress</c>, <c>refresh</c> of the table <c>MovieRecCache</c>. Progress of more than 350 KB
/// is
/// beside it, in parts <c>progress#&lt;id&gt;</c>, <c>part#000</c> and on, that are written before the item names them
/// (<see cref="BlobManifest"/>). Every change is on the condition that the lease is still the caller's.
/// </summary>
public sealed class DynamoDbRefreshState : IRefreshState
{
    private const string Holder = "holder", LeaseUntil = "leaseUntil", Data = "data", Parcel = "parcel";

    private readonly ChunkedBlobs _parts;
    private readonly BlobManifest _journal;

    public DynamoDbRefreshState(MovieRecTables tables)
    {
        var table = tables.GetName(Table.MovieRecCache);
        _parts = new ChunkedBlobs(tables, table, "progress", ["part"]);
        _journal = new BlobManifest(tables, table, CacheKey.Create("progress", "refresh"), _parts);
    }

    public async Task<bool> TakeAsync(string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        await _journal.UpdateAsync(
            "SET #holder = :holder, #until = :until",
            "attribute_not_exists(#holder) OR #holder = :holder OR #until <= :now OR #until > :latest",
            new(StringComparer.Ordinal) { ["#holder"] = Holder, ["#until"] = LeaseUntil }, new(StringComparer.Ordinal)
            {
                [":holder"] = Attributes.Text(holder),
                [":until"] = Attributes.Number(until.ToUnixTimeMilliseconds()),
                [":now"] = Attributes.Number(now.ToUnixTimeMilliseconds()),
                [":latest"] = Attributes.Number((now + IRefreshState.LongestLease).ToUnixTimeMilliseconds()),
            },
            cancellationToken) is not null;

    public Task ReleaseAsync(string holder, CancellationToken cancellationToken)
    {
        var (names, values) = OfHolder(holder);
        return _journal.UpdateAsync("REMOVE #holder", "#holder = :holder", names, values, cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await _journal.ReadAsync(cancellationToken) is not { } item)
            return null;
        if (item.TryGetValue(Data, out var data))
            return data.B.ToArray();
        // Not in one expression: as ReadOnlyMemory, a null array is one of no bytes.
        if (item.GetText(Parcel) is { } id && await _parts.ReadAsync(id, 0, cancellationToken) is { } bytes)
            return bytes;
        return null;
    }

    public Task<bool> WriteAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken) =>
        // Not every version of DynamoDB takes bytes of no length; a parcel of no parts is the same.
        progress.Length is > 0 and <= ChunkedBlobs.PartBytes ? WriteIntoItemAsync(holder, progress, cancellationToken)
            : WriteBesideItemAsync(holder, progress, cancellationToken);

    private async Task<bool> WriteIntoItemAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
    {
        var (names, values) = OfHolder(holder);
        names["#data"] = Data;
        values[":data"] = new AttributeValue { B = new MemoryStream(progress.ToArray(), writable: false) };
        // Where the item names a parcel, too, that goes with the next one.
        return await _journal.UpdateAsync("SET #data = :data", "#holder = :holder", names, values, cancellationToken) is not null;
    }

    private Task<bool> WriteBesideItemAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
    {
        var id = _parts.NewId(progress);
        return _journal.ReplaceAsync(
            id, [progress], item => item.GetText(Holder) == holder ? Move(holder, id, item.GetText(Parcel)) : null, cancellationToken);
    }

    private static ManifestMove Move(string holder, string id, string? current)
    {
        var (names, values) = OfHolder(holder);
        (names["#data"], names["#parcel"]) = (Data, Parcel);
        values[":id"] = Attributes.Text(id);
        if (current is not null)
            values[":current"] = Attributes.Text(current);
        return new ManifestMove(
            "SET #parcel = :id REMOVE #data",
            $"#holder = :holder AND {(current is null ? "attribute_not_exists(#parcel)" : "#parcel = :current")}",
            names, values, current, item => item.GetText(Parcel) == id);
    }

    private static (Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values) OfHolder(string holder) =>
        (new(StringComparer.Ordinal) { ["#holder"] = Holder }, new(StringComparer.Ordinal) { [":holder"] = Attributes.Text(holder) });
}
