using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>Lease and progress of the refresh in the item <c>progress</c>, <c>refresh</c> of the table <c>MovieRecCache</c>.</summary>
/// <remarks>
/// Progress of more than 350 KB is in chunks <c>progress#&lt;id&gt;</c>, <c>part#000</c>, <c>part#001</c> and so on
/// (<see cref="BlobManifest"/>). Every change is a conditional write: it requires that the given holder has the lease, or, for taking it,
/// that the lease is free.
/// </remarks>
public sealed class DynamoDbRefreshState : IRefreshState
{
    private const string Holder = "holder", LeaseUntil = "leaseUntil", Data = "data", Blob = "parcel";

    private readonly ChunkedBlobs _chunks;
    private readonly BlobManifest _manifest;

    public DynamoDbRefreshState(MovieRecTables tables)
    {
        var table = tables.GetName(Table.MovieRecCache);
        _chunks = new ChunkedBlobs(tables, table, "progress", ["part"]);
        _manifest = new BlobManifest(tables, table, CacheKey.Create("progress", "refresh"), _chunks);
    }

    public async Task<bool> TakeAsync(string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        await _manifest.UpdateAsync(
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
        var (names, values) = GetHolderExpression(holder);
        return _manifest.UpdateAsync("REMOVE #holder", "#holder = :holder", names, values, cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await _manifest.ReadAsync(cancellationToken) is not { } item)
            return null;
        if (item.TryGetValue(Data, out var data))
            return data.B.ToArray();
        // Not one expression: a null array would be converted to empty bytes instead of null.
        if (item.GetText(Blob) is { } id && await _chunks.ReadAsync(id, 0, cancellationToken) is { } bytes)
            return bytes;
        return null;
    }

    public Task<bool> WriteAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken) =>
        // Not every version of DynamoDB accepts empty bytes; a blob without chunks is equivalent.
        progress.Length is > 0 and <= ChunkedBlobs.ChunkBytes ? WriteIntoItemAsync(holder, progress, cancellationToken)
            : WriteBesideItemAsync(holder, progress, cancellationToken);

    private async Task<bool> WriteIntoItemAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
    {
        var (names, values) = GetHolderExpression(holder);
        names["#data"] = Data;
        values[":data"] = new AttributeValue { B = new MemoryStream(progress.ToArray(), writable: false) };
        // If the item also names a blob, that blob expires when the next one replaces it.
        return await _manifest.UpdateAsync("SET #data = :data", "#holder = :holder", names, values, cancellationToken) is not null;
    }

    private Task<bool> WriteBesideItemAsync(string holder, ReadOnlyMemory<byte> progress, CancellationToken cancellationToken)
    {
        var id = _chunks.NewId(progress);
        return _manifest.ReplaceAsync(
            id, [progress], item => item.GetText(Holder) == holder ? Move(holder, id, item.GetText(Blob)) : null, cancellationToken);
    }

    private static ManifestMove Move(string holder, string id, string? current)
    {
        var (names, values) = GetHolderExpression(holder);
        (names["#data"], names["#parcel"]) = (Data, Blob);
        values[":id"] = Attributes.Text(id);
        if (current is not null)
            values[":current"] = Attributes.Text(current);
        return new ManifestMove(
            "SET #parcel = :id REMOVE #data",
            $"#holder = :holder AND {(current is null ? "attribute_not_exists(#parcel)" : "#parcel = :current")}",
            names, values, current, item => item.GetText(Blob) == id);
    }

    private static (Dictionary<string, string> Names, Dictionary<string, AttributeValue> Values) GetHolderExpression(string holder) =>
        (new(StringComparer.Ordinal) { ["#holder"] = Holder }, new(StringComparer.Ordinal) { [":holder"] = Attributes.Text(holder) });
}
