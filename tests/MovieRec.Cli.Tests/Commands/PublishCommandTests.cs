using MovieRec.Aws;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.TestKit;

namespace MovieRec.Cli.Tests.Commands;

public sealed class PublishCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DynamoDbLocal _local = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_AModel_IsWhatTheFunctionsRead()
    {
        await File.WriteAllLinesAsync(
            _folder.File("ratings.tsv"), Enumerable.Range(0, 900).Select(i => $"{i / 30}\t{1 + (i * 7 % 40)}\t4\t{i}"), Cancellation);
        var model = _folder.File("model.bin");
        (await Program.RunAsync("train", "--ratings", _folder.File("ratings.tsv"), "--out", model)).Status.ShouldBe(0);

        var (status, output, error) = await PublishAsync(model);

        status.ShouldBe(0, error);
        output.ShouldContain("ease-1-");
        var store = new DynamoDbModelStore(
            new MovieRecTables(_local.Client, new TableNames(), TimeProvider.System, new Random(1), Timeout.InfiniteTimeSpan));
        (await store.ReadAsync(Cancellation))!.Value.ToArray().ShouldBe(await File.ReadAllBytesAsync(model, Cancellation));
    }

    [Fact]
    public async Task Publish_WhatIsNoModel_FailsWithASentence()
    {
        await File.WriteAllTextAsync(_folder.File("model.bin"), "no model", Cancellation);
        var (status, _, error) = await PublishAsync(_folder.File("model.bin"));
        status.ShouldBe(1);
        error.ShouldContain("model.bin is rejected");
        error.ShouldNotContain("   at ");
    }

    public async ValueTask InitializeAsync()
    {
        _local = await DynamoDbLocal.StartAsync(
            EmulatorFolder.Above(AppContext.BaseDirectory), dataFolder: null, TimeProvider.System, Cancellation);
        await EmulatedTables.CreateAsync(_local.Client, new TableNames(), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _local.DisposeAsync();
        _folder.Dispose();
    }

    private Task<(int Status, string Output, string Error)> PublishAsync(string model) =>
        Program.RunAsync("publish", "--model", model, "--region", DynamoDbLocal.Region, "--endpoint", _local.Endpoint);
}
