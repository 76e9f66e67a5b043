using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Http;
using MovieRec.Api;
using MovieRec.Api.Media;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Media;

/// <summary>
/// The catalogue in the table <c>MovieRecCache</c>. Readers follow the pointer to a snapshot's shards; a write makes new shards and moves
/// the pointer last, if it is still where the write began, so readers see all of a write or none.
/// </summary>
public sealed class DynamoDbTitleStore(MovieRecTables tables) : ITitleStore
{
    private const string NoTitles = "empty";

    /// <summary>Shards in flight at once.</summary>
    private const int InFlight = 8;

    /// <summary>How often a read begins again because the snapshot it was reading has been replaced.</summary>
    private const int ReadAttempts = 3;

    /// <summary>How long a snapshot that has been replaced stays for those who are reading it.</summary>
    private static readonly TimeSpan s_afterlife = TimeSpan.FromHours(1);

    private readonly string _table = tables.NameOf(Table.MovieRecCache);
    private readonly DynamoDbTitleLookup _lookup = new(tables);

    public async Task<string> VersionAsync(CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken))?.Version ?? NoTitles;

    public async Task<IReadOnlyList<Title>> ReadAllAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < ReadAttempts; attempt++)
        {
            if (await ReadAsync(await CurrentAsync(cancellationToken), cancellationToken) is { } titles)
            {
                titles.Sort(static (one, other) => one.Key.Kind != other.Key.Kind ? one.Key.Kind.CompareTo(other.Key.Kind)
                    : one.Popularity != other.Popularity ? other.Popularity.CompareTo(one.Popularity) : one.Key.Id.CompareTo(other.Key.Id));
                return titles;
            }
        }
        throw new InvalidDataException("The catalogue's snapshot lacks shards; write it again.");
    }

    public async Task WriteAsync(IEnumerable<Title> titles, string version, CancellationToken cancellationToken)
    {
        // Listed before anything is written: a source that fails half way must change nothing.
        List<Title> listed = [.. titles];
        await tables.RepeatAsync<object>(() => TryWriteAsync(listed, version, cancellationToken), cancellationToken);
    }

    private async Task<object?> TryWriteAsync(List<Title> titles, string version, CancellationToken cancellationToken)
    {
        var replaced = await CurrentAsync(cancellationToken);
        if (await ReadAsync(replaced, cancellationToken) is not { } before)
            return null;
        var all = before.ToDictionary(title => title.Key);
        var changed = new Dictionary<TitleKey, Title>();
        foreach (var title in titles)
        {
            // A title costs a write of its own: not for facts that are as they were.
            if (!all.TryGetValue(title.Key, out var known) || !SameFacts(known, title))
                all[title.Key] = changed[title.Key] = title;
        }
        await _lookup.WriteAsync(changed.Values, cancellationToken);

        var snapshot = await WriteShardsAsync(all.Values, version, cancellationToken);
        var moved = await MoveAsync(snapshot, replaced, cancellationToken);
        if ((moved ? replaced : snapshot) is { } useless)
            await RetireAsync(useless, cancellationToken);
        return moved ? snapshot : null;
    }

    private async Task<Snapshot> WriteShardsAsync(IEnumerable<Title> titles, string version, CancellationToken cancellationToken)
    {
        var id = tables.Backoff.NewName();
        var shards = Shards.Pack(titles).Select((data, index) =>
        {
            var item = Snapshot.ShardKey(id, index);
            item[Snapshot.Data] = new AttributeValue { B = data };
            return new PutItemRequest { TableName = _table, Item = item };
        }).ToList();
        await Parallel.ForEachAsync(
            shards, Options(cancellationToken), async (shard, token) => await tables.PutAsync(shard, token));
        return new Snapshot(id, version, shards.Count);
    }

    /// <returns>False where another writer has moved the pointer meanwhile.</returns>
    private async Task<bool> MoveAsync(Snapshot to, Snapshot? from, CancellationToken cancellationToken)
    {
        var move = new PutItemRequest
        {
            TableName = _table,
            Item = to.Write(),
            ConditionExpression = from is null ? "attribute_not_exists(#id)" : "#id = :from",
            ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#id"] = Snapshot.IdName },
        };
        if (from is not null)
            move.ExpressionAttributeValues = new(StringComparer.Ordinal) { [":from"] = Attributes.Text(from.Id) };
        try
        {
            await tables.PutAsync(move, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            // A move whose answer was lost is sent again by the SDK, and then fails against itself.
            return (await CurrentAsync(cancellationToken))?.Id == to.Id;
        }
    }

    /// <summary>Lets DynamoDB delete the shards that nothing points to any more.</summary>
    private async Task RetireAsync(Snapshot replaced, CancellationToken cancellationToken)
    {
        var expiry = Attributes.Number((tables.Clock.GetUtcNow() + s_afterlife).ToUnixTimeSeconds());
        try
        {
            await Parallel.ForEachAsync(replaced.ShardKeys, Options(cancellationToken), async (key, token) =>
                await tables.UpdateAsync(new UpdateItemRequest
                {
                    TableName = _table,
                    Key = key,
                    UpdateExpression = "SET #expiry = :expiry",
                    ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#expiry"] = TableSchema.ExpiresAt },
                    ExpressionAttributeValues = new(StringComparer.Ordinal) { [":expiry"] = expiry },
                }, token));
        }
        catch (UnavailableException)
        {
            // The write is done and in force; shards that stay behind only take up room.
        }
    }

    private async Task<Snapshot?> CurrentAsync(CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = _table, Key = Snapshot.PointerKey, ConsistentRead = true };
        return Snapshot.Read((await tables.GetAsync(request, cancellationToken)).Item);
    }

    /// <returns>Null where a shard is gone, which happens to a snapshot that has been replaced.</returns>
    private async Task<List<Title>?> ReadAsync(Snapshot? snapshot, CancellationToken cancellationToken)
    {
        if (snapshot is null)
            return [];
        var parts = new ConcurrentBag<List<Title>>();
        await Parallel.ForEachAsync(snapshot.ShardKeys, Options(cancellationToken), async (key, token) =>
        {
            var item = (await tables.GetAsync(new GetItemRequest { TableName = _table, Key = key, ConsistentRead = true }, token)).Item;
            if (item is { Count: > 0 } && !item.HasExpired(tables.Clock.GetUtcNow()))
                parts.Add(Shards.Unpack(item[Snapshot.Data].B));
        });
        return parts.Count == snapshot.ShardCount ? [.. parts.SelectMany(part => part)] : null;
    }

    private static bool SameFacts(Title one, Title other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, TitleJson.Default.Title).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, TitleJson.Default.Title));

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
}
