using Amazon.DynamoDBv2.Model;
using MovieRec.Api;
using MovieRec.Api.Catalogues;
using MovieRec.Aws.Catalogues;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.Catalogues;

public sealed class DynamoDbSourceListCacheTests : SourceListCacheContract, IAsyncLifetime
{
    private readonly FreshTables _tables;

    public DynamoDbSourceListCacheTests(SharedDynamoDb local)
    {
        _tables = new FreshTables(local);
        Lists = new DynamoDbSourceListCache(_tables.Through(_tables.Client, Clock));
    }

    protected override ISourceListCache Lists { get; }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public ValueTask DisposeAsync() => _tables.DisposeAsync();

    [Theory]
    [InlineData("search?query=matrix&page=2", "list#search?query=matrix&page=2")]
    [InlineData("search?query=am\u00e9lie", "list#sha256-")]
    [InlineData("sha256-00", "list#sha256-")]
    public async Task Keep_Question_IsAKeyThatCanBeRead(string question, string key)
    {
        await Lists.KeepAsync(question, new CachedList([Film(1)], 1), Noon.AddDays(1), Cancellation);

        var items = (await _tables.Client.ScanAsync(new ScanRequest(_tables.Names[Table.MovieRecCache]), Cancellation)).Items;
        var item = items.ShouldHaveSingleItem();
        item["mediaId"].S.ShouldStartWith(key);
        (item["mediaId"].S.Length, item["mediaType"].S).ShouldBe((key.EndsWith('-') ? key.Length + 64 : key.Length, "kept"));
        item["ttl"].N.ShouldBe($"{Noon.AddDays(1).ToUnixTimeSeconds()}");
    }
}
