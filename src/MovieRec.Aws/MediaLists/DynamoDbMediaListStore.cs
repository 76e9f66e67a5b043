using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.MediaLists;

/// <summary>One list per user, in the table <c>Favourites</c> or <c>Watchlist</c>.</summary>
/// <remarks>
/// The table is ordered by key and not by time, so every page is cut from the whole list. A new entry and a removal change the list and its
/// <see cref="EntryCount"/> in one transaction.
/// </remarks>
public sealed class DynamoDbMediaListStore : IMediaListStore
{
    /// <summary>Maximum number of titles per read: a film may have two keys, and the count is read with them.</summary>
    private const int TitlesARead = (Batches.MaxReads - 1) / 2;

    /// <summary>Entries removed in one transaction: DynamoDB takes 100 items, its emulator 10, of which the count is one.</summary>
    private const int RemovalsATransaction = 9;

    private static readonly Comparison<MediaListEntry> s_newestFirst = (one, other) =>
        other.AddedAt.CompareTo(one.AddedAt) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Key.ToString(), other.Key.ToString());

    private static readonly Failure s_full =
        new(FailureCode.ListFull, $"A list holds at most {IMediaListStore.Capacity:N0} titles; remove one first.");

    private readonly MovieRecTables _tables;
    private readonly string _table;
    private readonly EntryCount _count;

    private DynamoDbMediaListStore(MovieRecTables tables, Table table)
    {
        _tables = tables;
        _table = tables.GetName(table);
        _count = new EntryCount(tables, _table);
    }

    public static DynamoDbMediaListStore Favourites(MovieRecTables tables) => new(tables, Table.Favourites);

    public static DynamoDbMediaListStore Watchlist(MovieRecTables tables) => new(tables, Table.Watchlist);

    public async Task<MediaListPage> ReadAsync(string userId, MediaListPosition? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var entries = await ReadAllAsync(userId, cancellationToken);
        entries.Sort(s_newestFirst);
        var first = 0;
        if (after is { } last)
        {
            var place = new MediaListEntry { Key = last.Key, Title = "", AddedAt = last.AddedAt };
            first = entries.FindIndex(entry => s_newestFirst(entry, place) > 0);
            if (first < 0)
                return new MediaListPage([], HasMore: false);
        }
        var count = Math.Min(limit, entries.Count - first);
        return new MediaListPage(entries.GetRange(first, count), first + count < entries.Count);
    }

    public Task<Outcome<MediaListEntry>> AddAsync(string userId, MediaListEntry entry, CancellationToken cancellationToken) =>
        Unboxed(_tables.RepeatAsync<object>(() => TryAddAsync(userId, entry, cancellationToken), cancellationToken));

    public async Task RemoveAsync(string userId, IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        var distinct = new List<TitleKey>(new HashSet<TitleKey>(keys));
        for (var at = 0; at < distinct.Count; at += TitlesARead)
        {
            var ids = new List<string>();
            foreach (var key in distinct.GetRange(at, Math.Min(TitlesARead, distinct.Count - at)))
                ids.AddRange(MediaListItems.MovieIds(key));
            string[] movieIds = [.. ids];
            await _tables.RepeatAsync<object>(() => TryRemoveAsync(userId, movieIds, cancellationToken), cancellationToken);
        }
    }

    private static async Task<Outcome<MediaListEntry>> Unboxed(Task<object> result) =>
        await result is Failure failure ? failure : (MediaListEntry)await result;

    /// <returns>The stored entry, or the failure; null if the list had to be counted first, after which the call is repeated.</returns>
    private async Task<object?> TryAddAsync(string userId, MediaListEntry entry, CancellationToken cancellationToken)
    {
        var (kept, count) = await FindAsync(userId, MediaListItems.MovieIds(entry.Key), cancellationToken);
        if (kept.Find(item => MediaListItems.GetMovieId(item) == entry.Key.ToString()) is { } ours)
            return await ReplaceAsync(userId, ours, entry, cancellationToken);
        if (kept is [var others])
            return await ReplaceAsync(userId, others, entry, cancellationToken);
        if (count is null)
        {
            await _count.CountAsync(userId, cancellationToken);
            return null;
        }
        if (EntryCount.IsFull(count))
            return s_full;

        var put = new Put
        {
            TableName = _table,
            Item = MediaListItems.Write(userId, entry.Key.ToString(), entry),
            ConditionExpression = "attribute_not_exists(#movieId)",
            ExpressionAttributeNames = Names("#movieId", TableSchema.MovieId),
        };
        var request = new TransactWriteItemsRequest { TransactItems = [new() { Put = put }, _count.Increase(userId)] };
        await _tables.WriteTogetherAsync(request, cancellationToken);
        return Kept(entry, entry.AddedAt);
    }

    /// <summary>Replaces an entry but keeps its time, on the condition that the time is unchanged since it was read.</summary>
    private async Task<MediaListEntry> ReplaceAsync(
        string userId, Dictionary<string, AttributeValue> item, MediaListEntry entry, CancellationToken cancellationToken)
    {
        var kept = Kept(entry, MediaListItems.GetAddedAt(item));
        var put = new PutItemRequest
        {
            TableName = _table,
            Item = MediaListItems.Write(userId, MediaListItems.GetMovieId(item), kept),
            ConditionExpression = "attribute_exists(#movieId) AND attribute_not_exists(#addedAt)",
            ExpressionAttributeNames = Names("#addedAt", MediaListItems.AddedAt),
        };
        if (item.TryGetValue(MediaListItems.AddedAt, out var addedAt))
        {
            put.ConditionExpression = "#addedAt = :addedAt";
            put.ExpressionAttributeValues = new(StringComparer.Ordinal) { [":addedAt"] = addedAt };
        }
        else
        {
            put.ExpressionAttributeNames["#movieId"] = TableSchema.MovieId;
        }
        await _tables.PutAsync(put, cancellationToken);
        return kept;
    }

    /// <returns>Null if the list had to be counted first, after which the call is repeated; any object if the titles are removed.</returns>
    private async Task<object?> TryRemoveAsync(string userId, string[] movieIds, CancellationToken cancellationToken)
    {
        var (kept, count) = await FindAsync(userId, movieIds, cancellationToken);
        if (kept.Count == 0)
            return this;
        if (count is null)
        {
            await _count.CountAsync(userId, cancellationToken);
            return null;
        }
        foreach (var chunk in kept.Chunk(RemovalsATransaction))
        {
            var deletes = chunk.Select(item => new TransactWriteItem { Delete = GetDelete(userId, MediaListItems.GetMovieId(item)) });
            var request = new TransactWriteItemsRequest { TransactItems = [.. deletes, _count.Decrease(userId, chunk.Length)] };
            await _tables.WriteTogetherAsync(request, cancellationToken);
        }
        return this;
    }

    private Delete GetDelete(string userId, string movieId) => new()
    {
        TableName = _table,
        Key = MediaListItems.Key(userId, movieId),
        ConditionExpression = "attribute_exists(#movieId)",
        ExpressionAttributeNames = Names("#movieId", TableSchema.MovieId),
    };

    private async Task<(List<Dictionary<string, AttributeValue>> Kept, Dictionary<string, AttributeValue>? Count)> FindAsync(
        string userId, IEnumerable<string> movieIds, CancellationToken cancellationToken)
    {
        var keys = movieIds.Select(movieId => MediaListItems.Key(userId, movieId)).Append(EntryCount.Key(userId));
        var items = await _tables.ReadAsync(_table, keys, isConsistent: true, cancellationToken);
        var count = items.Find(EntryCount.IsCount);
        items.RemoveAll(EntryCount.IsCount);
        return (items, count);
    }

    private async Task<List<MediaListEntry>> ReadAllAsync(string userId, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<TitleKey, MediaListEntry>();
        Dictionary<string, AttributeValue>? from = null;
        do
        {
            var response = await _tables.QueryAsync(MediaListQuery.Create(_table, userId, from), cancellationToken);
            foreach (var item in response.Items ?? [])
            {
                // If a film has both keys, the item of the current format is used: it comes after the bare number.
                if (MediaListItems.Read(item) is { } entry)
                    entries[entry.Key] = entry;
            }
            from = response.LastEvaluatedKey;
        }
        while (from is { Count: > 0 });
        return [.. entries.Values];
    }

    private static MediaListEntry Kept(MediaListEntry entry, DateTimeOffset addedAt) =>
        entry with { AddedAt = Timestamps.ToMilliseconds(addedAt) };

    private static Dictionary<string, string> Names(string alias, string name) => new(StringComparer.Ordinal) { [alias] = name };
}
