using Amazon.DynamoDBv2;
using MovieRec.Emulators;

namespace MovieRec.TestKit.Hosts.Emulators;

/// <summary>DynamoDB Local, in memory, shared by all tests, which use tables of different names.</summary>
public sealed class SharedDynamoDb : IAsyncLifetime
{
    private DynamoDbLocal? _local;

    public string Endpoint => _local!.Endpoint;

    public IAmazonDynamoDB Client => _local!.Client;

    public async ValueTask InitializeAsync() => _local = await DynamoDbLocal.StartAsync(
        EmulatorFolder.Above(AppContext.BaseDirectory), dataFolder: null, TimeProvider.System, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_local is not null)
            await _local.DisposeAsync();
    }
}
