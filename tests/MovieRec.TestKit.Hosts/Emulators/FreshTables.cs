using Amazon.DynamoDBv2;
using MovieRec.Aws;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;

namespace MovieRec.TestKit.Hosts.Emulators;

/// <summary>The four tables of <see cref="TableSchema"/>, empty and with unique names.</summary>
public sealed class FreshTables(SharedDynamoDb local) : IAsyncLifetime
{
    private readonly string _suffix = Guid.NewGuid().ToString("N");

    public MovieRecTables Tables => Through(local.Client);

    public IAmazonDynamoDB Client => local.Client;

    public TableNames Names => new(TableSchema.All.ToDictionary(table => table.Table, table => $"{table.DefaultName}-{_suffix}"));

    /// <summary>Opens the same tables with another client or clock; calls have no deadline, so that a busy machine fails none.</summary>
    public MovieRecTables Through(IAmazonDynamoDB client, TimeProvider? clock = null) =>
        new(client, Names, clock ?? TimeProvider.System, new Random(17), Timeout.InfiniteTimeSpan);

    public async ValueTask InitializeAsync() =>
        await EmulatedTables.CreateAsync(local.Client, Names, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
