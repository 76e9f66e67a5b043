using System.Globalization;
using Amazon.DynamoDBv2.Model;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>Large values in DynamoDB, stored in chunks because an item is limited to 400 KB.</summary>
/// <remarks>
/// The chunks of a section are the items <c>&lt;name&gt;#&lt;id&gt;</c>, <c>&lt;section&gt;#000</c>, <c>&lt;section&gt;#001</c> and so on.
/// An id is never reused. It contains the number of chunks per section (<c>&lt;random&gt;-3-2</c>), so that a reader with the id reads them
/// all at once. <see cref="BlobManifest"/> ensures that chunks do not expire while they are needed, and do expire afterwards.
/// </remarks>
internal sealed class ChunkedBlobs(MovieRecTables tables, string table, string name, string[] sections)
{
    /// <summary>Maximum bytes per chunk.</summary>
    public const int ChunkBytes = 350_000;

    private const int InFlight = 8;
    private const int MaxChunks = 999;
    private const string Data = "data";

    /// <summary>Lifetime of a blob after its replacement, for processes that are still reading it.</summary>
    private static readonly TimeSpan s_readersTime = TimeSpan.FromHours(1);

    public string NewId(params ReadOnlySpan<ReadOnlyMemory<byte>> contents)
    {
        var id = tables.Backoff.NewName();
        foreach (var content in contents)
            id += string.Create(CultureInfo.InvariantCulture, $"-{(content.Length + ChunkBytes - 1) / ChunkBytes}");
        return GetCounts(id) is null ? throw new ArgumentException("More bytes than chunks can hold.", nameof(contents)) : id;
    }

    /// <summary>Writes all chunks of a section.</summary>
    public Task WriteAsync(string id, int section, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Parallel.ForAsync(0, GetCounts(id)![section], Options(cancellationToken), async (part, token) =>
        {
            var item = ChunkKey(id, section, part);
            var bytes = content.Slice(part * ChunkBytes, Math.Min(ChunkBytes, content.Length - (part * ChunkBytes))).ToArray();
            await tables.RetryThrottledAsync(() =>
            {
                // Each attempt needs a new stream, since one that was sent is at its end.
                item[Data] = new AttributeValue { B = new MemoryStream(bytes, writable: false) };
                return tables.PutAsync(new PutItemRequest { TableName = table, Item = item }, token);
            }, token);
        });

    /// <summary>Reads a section; returns null if the id is not valid, or a chunk is missing.</summary>
    public async Task<byte[]?> ReadAsync(string id, int section, CancellationToken cancellationToken)
    {
        if (GetCounts(id) is not { } counts)
            return null;
        var parts = new MemoryStream?[counts[section]];
        await Parallel.ForAsync(0, parts.Length, Options(cancellationToken), async (part, token) =>
        {
            var request = new GetItemRequest { TableName = table, Key = ChunkKey(id, section, part), ConsistentRead = true };
            var item = (await tables.GetAsync(request, token)).Item;
            if (item is { Count: > 0 } && !item.HasExpired(tables.Clock.GetUtcNow()) && item.TryGetValue(Data, out var data))
                parts[part] = data.B;
        });
        if (Array.IndexOf(parts, null) >= 0)
            return null;
        var content = new MemoryStream(parts.Length * ChunkBytes);
        foreach (var part in parts)
            part!.WriteTo(content);
        return content.ToArray();
    }

    /// <summary>Makes the chunks expire in an hour; does nothing if the blob is missing or the id is not valid.</summary>
    public async Task RetireAsync(string id, CancellationToken cancellationToken)
    {
        if (GetCounts(id) is not { } counts)
            return;
        var expiry = Attributes.Number((tables.Clock.GetUtcNow() + s_readersTime).ToUnixTimeSeconds());
        for (var section = 0; section < counts.Length; section++)
        {
            var inSection = section;
            await Parallel.ForAsync(0, counts[section], Options(cancellationToken), async (part, token) =>
                await RetireAsync(ChunkKey(id, inSection, part), expiry, token));
        }
    }

    private async Task RetireAsync(Dictionary<string, AttributeValue> key, AttributeValue expiry, CancellationToken cancellationToken)
    {
        var update = new UpdateItemRequest
        {
            TableName = table,
            Key = key,
            UpdateExpression = "SET #expiry = :expiry",
            // An update of a missing item would create it.
            ConditionExpression = "attribute_exists(#data)",
            ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#expiry"] = TableSchema.ExpiresAt, ["#data"] = Data },
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":expiry"] = expiry },
        };
        try
        {
            await tables.RetryThrottledAsync(() => tables.UpdateAsync(update, cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
        }
    }

    /// <summary>Returns the number of chunks per section; null if the text is not a valid id.</summary>
    private int[]? GetCounts(string id)
    {
        var words = id.Split('-');
        if (words.Length != sections.Length + 1 || words[0].Length == 0)
            return null;
        var counts = new int[sections.Length];
        for (var section = 0; section < counts.Length; section++)
        {
            if (!int.TryParse(words[section + 1], NumberStyles.None, CultureInfo.InvariantCulture, out counts[section])
                || counts[section] > MaxChunks)
            {
                return null;
            }
        }
        return counts;
    }

    private Dictionary<string, AttributeValue> ChunkKey(string id, int section, int part) =>
        CacheKey.Create($"{name}#{id}", string.Create(CultureInfo.InvariantCulture, $"{sections[section]}#{part:D3}"));

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
}
