using System.Globalization;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Learning;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Learning;

/// <summary>
/// The model in the table <c>MovieRecCache</c>, beside the catalogue: parts <c>model#&lt;id&gt;</c>, <c>part#000</c> and on, and the
/// pointer <c>model</c>, <c>current</c>, which a write moves last.
/// </summary>
public sealed class DynamoDbModelStore(MovieRecTables tables) : IModelStore
{
    /// <summary>Bytes a part; DynamoDB limits an item to 400 KB.</summary>
    private const int PartBytes = 350_000;
    private const int InFlight = 8;

    private const string IdName = "modelId";
    private const string PartsName = "parts";
    private const string Data = "data";

    /// <summary>How long a model that has been replaced stays for those who are reading it.</summary>
    private static readonly TimeSpan s_afterlife = TimeSpan.FromHours(1);

    private readonly string _table = tables.NameOf(Table.MovieRecCache);

    public async Task<string?> MarkAsync(CancellationToken cancellationToken) => (await PointerAsync(cancellationToken))?.Id;

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await PointerAsync(cancellationToken) is not { } pointer)
            return null;
        var parts = new byte[pointer.Parts][];
        await Parallel.ForAsync(0, pointer.Parts, Options(cancellationToken), async (part, token) =>
        {
            var item = (await tables.GetAsync(new GetItemRequest { TableName = _table, Key = PartKey(pointer.Id, part) }, token)).Item;
            parts[part] = item is { Count: > 0 } ? item[Data].B.ToArray() : [];
        });
        // A part that is gone makes the checksum wrong, and the reader says so.
        var model = new MemoryStream();
        foreach (var part in parts)
            await model.WriteAsync(part, cancellationToken);
        return model.ToArray();
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> model, CancellationToken cancellationToken)
    {
        var before = await PointerAsync(cancellationToken);
        var (id, count) = (tables.Backoff.NewName(), (model.Length + PartBytes - 1) / PartBytes);
        await Parallel.ForAsync(0, count, Options(cancellationToken), async (part, token) =>
        {
            var item = PartKey(id, part);
            var bytes = model.Slice(part * PartBytes, Math.Min(PartBytes, model.Length - (part * PartBytes)));
            item[Data] = new AttributeValue { B = new MemoryStream(bytes.ToArray()) };
            await tables.PutAsync(new PutItemRequest { TableName = _table, Item = item }, token);
        });
        var pointer = PointerKey();
        pointer[IdName] = Attributes.Text(id);
        pointer[PartsName] = Attributes.Number((long)count);
        await tables.PutAsync(new PutItemRequest { TableName = _table, Item = pointer }, cancellationToken);
        if (before is { } replaced)
            await RetireAsync(replaced.Id, replaced.Parts, cancellationToken);
    }

    private Task RetireAsync(string id, int parts, CancellationToken cancellationToken)
    {
        var expiry = Attributes.Number((tables.Clock.GetUtcNow() + s_afterlife).ToUnixTimeSeconds());
        return Parallel.ForAsync(0, parts, Options(cancellationToken), async (part, token) => await tables.UpdateAsync(new UpdateItemRequest
        {
            TableName = _table,
            Key = PartKey(id, part),
            UpdateExpression = "SET #expiry = :expiry",
            ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#expiry"] = TableSchema.ExpiresAt },
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":expiry"] = expiry },
        }, token));
    }

    private async Task<(string Id, int Parts)?> PointerAsync(CancellationToken cancellationToken)
    {
        var item = (await tables.GetAsync(new GetItemRequest { TableName = _table, Key = PointerKey(), ConsistentRead = true }, cancellationToken)).Item;
        return item is { Count: > 0 } && item.TextOf(IdName) is { } id && item.IntegerOf(PartsName) is { } parts and >= 0 and < 10_000 ? (id, (int)parts) : null;
    }

    private static Dictionary<string, AttributeValue> PointerKey() => Key("model", "current");

    private static Dictionary<string, AttributeValue> PartKey(string id, int part) =>
        Key($"model#{id}", string.Create(CultureInfo.InvariantCulture, $"part#{part:D3}"));

    private static Dictionary<string, AttributeValue> Key(string mediaId, string mediaType) => new(StringComparer.Ordinal)
    {
        [TableSchema.MediaId] = Attributes.Text(mediaId),
        [TableSchema.MediaType] = Attributes.Text(mediaType),
    };

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
}
