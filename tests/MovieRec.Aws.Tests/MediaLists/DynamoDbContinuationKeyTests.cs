using System.Security.Cryptography;
using MovieRec.Api;
using MovieRec.Api.MediaLists;
using MovieRec.Aws.MediaLists;

namespace MovieRec.Aws.Tests.MediaLists;

public sealed class DynamoDbContinuationKeyTests(SharedDynamoDb local) : IAsyncLifetime
{
    private readonly FreshTables _fresh = new(local);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_OfAllInstances_IsOneAndStays()
    {
        var instances = Enumerable.Range(0, 8).Select(_ => GetKey(Table.Favourites)).ToArray();
        var keys = await Task.WhenAll(instances.Select(key => key.ReadAsync(Cancellation).AsTask()));

        keys[0].Length.ShouldBe(ContinuationTokens.KeyBytes);
        foreach (var key in keys)
            key.ShouldBe(keys[0]);
        (await GetKey(Table.Favourites).ReadAsync(Cancellation)).ShouldBe(keys[0], "a later instance");
        (await GetKey(Table.Watchlist).ReadAsync(Cancellation)).ShouldNotBe(keys[0], "the other list has its own key");
    }

    [Fact]
    public async Task Key_ReadAgain_IsNotFetchedAgain()
    {
        var made = 0;
        var key = new DynamoDbContinuationKey(_fresh.Tables, Table.Favourites, () =>
        {
            made++;
            return RandomNumberGenerator.GetBytes(ContinuationTokens.KeyBytes);
        });
        var first = await key.ReadAsync(Cancellation);

        (await key.ReadAsync(new CancellationToken(canceled: true))).ShouldBeSameAs(first);
        made.ShouldBe(1);
    }

    public ValueTask InitializeAsync() => _fresh.InitializeAsync();

    public ValueTask DisposeAsync() => _fresh.DisposeAsync();

    private DynamoDbContinuationKey GetKey(Table table) =>
        new(_fresh.Tables, table, () => RandomNumberGenerator.GetBytes(ContinuationTokens.KeyBytes));
}
