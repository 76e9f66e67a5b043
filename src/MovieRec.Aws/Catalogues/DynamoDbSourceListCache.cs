using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Tables;

namespace MovieRec.Aws.Catalogues;

/// <summary>Cache of the source's lists in the table <c>MovieRecCache</c>: items <c>list#&lt;question&gt;</c>, <c>kept</c>.</summary>
public sealed class DynamoDbSourceListCache(MovieRecTables tables) : ISourceListCache
{
    private const string Titles = "titles", Total = "total";

    /// <summary>Maximum length of a question that is used as the key unchanged; DynamoDB limits a partition key to 2 KB.</summary>
    private const int LongestPlain = 200;
    private const string Hashed = "sha256-";

    private readonly string _table = tables.GetName(Table.MovieRecCache);

    public async Task<CachedList?> FindAsync(string question, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var item = await tables.GetItemAsync(_table, GetKey(question), cancellationToken);
        return !item.HasExpired(now) && item.TryGetValue(Titles, out var titles) && titles.L is { } list
            && item.GetInteger(Total) is { } total
            ? new CachedList(CacheKey.ParseTitles(list.ConvertAll(title => title.S)), (int)total) : null;
    }

    public Task KeepAsync(string question, CachedList response, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var item = GetKey(question);
        var titles = new List<AttributeValue>(response.Keys.Count);
        foreach (var key in response.Keys)
            titles.Add(Attributes.Text(key.ToString()));
        item[Titles] = new AttributeValue { L = titles };
        item[Total] = Attributes.Number((long)response.Total);
        item[TableSchema.ExpiresAt] = Attributes.Number(until.ToUnixTimeSeconds());
        return tables.PutAsync(new PutItemRequest { TableName = _table, Item = item }, cancellationToken);
    }

    /// <summary>Returns the key: a short ASCII question unchanged, for readability; any other as its SHA-256 hash.</summary>
    private static Dictionary<string, AttributeValue> GetKey(string question)
    {
        var isPlain = question.Length <= LongestPlain && !question.AsSpan().ContainsAnyExceptInRange('!', '~')
            && !question.StartsWith(Hashed, StringComparison.Ordinal);
        var name = isPlain ? question : Hashed + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)));
        return CacheKey.Create($"list#{name}", "kept");
    }
}
