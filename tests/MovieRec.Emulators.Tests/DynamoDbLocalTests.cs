using Amazon.DynamoDBv2.Model;
using MovieRec.Api.Outcomes;
using MovieRec.Aws;
using MovieRec.TestKit;

namespace MovieRec.Emulators.Tests;

public sealed class DynamoDbLocalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tables_InAFolder_AreThereAfterAKill()
    {
        var key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { [TableSchema.UserId] = new("user-a") };
        await using (var first = await StartAsync())
        {
            await EmulatedTables.CreateAsync(first.Client, new TableNames(), Cancellation);
            await first.Client.PutItemAsync("UserPreferences", key, Cancellation);
        }

        await using var second = await StartAsync();
        await EmulatedTables.CreateAsync(second.Client, new TableNames(), Cancellation);
        (await second.Client.GetItemAsync("UserPreferences", key, Cancellation)).Item.ShouldNotBeEmpty();
        (await second.Client.ListTablesAsync(Cancellation)).TableNames
            .ShouldBe(TableSchema.All.Select(table => table.DefaultName), ignoreOrder: true);
    }

    [Fact]
    public async Task Start_WithoutAnInstallation_SaysWhatToRun() =>
        (await Should.ThrowAsync<ConfigurationException>(() => DynamoDbLocal.StartAsync(
            new EmulatorFolder(_folder.Path), dataFolder: null, TimeProvider.System, Cancellation))).Message.ShouldContain("npm ci");

    public void Dispose() => _folder.Dispose();

    private Task<DynamoDbLocal> StartAsync() =>
        DynamoDbLocal.StartAsync(EmulatorFolder.Above(AppContext.BaseDirectory), _folder.File("tables"), TimeProvider.System, Cancellation);
}
