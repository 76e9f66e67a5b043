using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Engine.Titles;

namespace MovieRec.Aws.Catalogues;

/// <summary>Store of title records in the table <c>MovieRecCache</c>, one item per title: <c>603</c>, <c>movie</c>.</summary>
public sealed class DynamoDbTitleRecords(MovieRecTables tables) : ITitleRecords
{
    private readonly string _table = tables.GetName(Table.MovieRecCache);

    public async Task<IReadOnlyList<Title>> FindAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        var records = new Dictionary<TitleKey, TitleRecord>(keys.Count);
        await ReadIntoAsync(records, keys, isConsistent: false, cancellationToken);
        var asked = new List<TitleRecord>(records.Values);
        var aliases = asked.FindAll(record => record.Alias is { } alias && !records.ContainsKey(alias))
            .ConvertAll(record => record.Alias!.Value);
        await ReadIntoAsync(records, aliases, isConsistent: false, cancellationToken);
        // The source's facts of the title are newer and more complete than those of the embedded title.
        return asked.ConvertAll(record =>
            record.Alias is { } alias && records.TryGetValue(alias, out var other)
                ? other.Facts with { Key = record.Facts.Key }
                : record.Facts);
    }

    public async Task<IReadOnlyList<TitleRecord>> ReadAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
    {
        var records = new Dictionary<TitleKey, TitleRecord>(keys.Count);
        await ReadIntoAsync(records, keys, isConsistent: true, cancellationToken);
        return new List<TitleRecord>(records.Values);
    }

    public Task WriteAsync(IReadOnlyList<TitleRecord> records, CancellationToken cancellationToken)
    {
        // DynamoDB rejects a batch that names a key twice.
        var last = new Dictionary<TitleKey, TitleRecord>(records.Count);
        foreach (var record in records)
            last[record.Facts.Key] = record;
        return tables.WriteAsync(
            _table, last.Values.Select(record => new WriteRequest { PutRequest = new PutRequest { Item = TitleRecordItem.Write(record) } }),
            cancellationToken);
    }

    public Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken) => tables.WriteAsync(
        _table,
        GetKeys(keys).ConvertAll(key => new WriteRequest { DeleteRequest = new DeleteRequest { Key = key } }),
        cancellationToken);

    private async Task ReadIntoAsync(
        Dictionary<TitleKey, TitleRecord> records, IReadOnlyList<TitleKey> keys, bool isConsistent, CancellationToken cancellationToken)
    {
        foreach (var item in await tables.ReadAsync(_table, GetKeys(keys), isConsistent, cancellationToken))
        {
            // Expired items may stay in the table for days.
            if (!item.HasExpired(tables.Clock.GetUtcNow()) && TitleRecordItem.Read(item) is { } record)
                records[record.Facts.Key] = record;
        }
    }

    private static List<Dictionary<string, AttributeValue>> GetKeys(IReadOnlyList<TitleKey> keys) =>
        new List<TitleKey>(new HashSet<TitleKey>(keys)).ConvertAll(CacheKey.Create);
}
