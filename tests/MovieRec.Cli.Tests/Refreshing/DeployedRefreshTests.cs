using MovieRec.Aws;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.Tables;
using MovieRec.Emulators;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Cli.Tests.Refreshing;

/// <summary><c>refresh --deployed</c> and <c>publish --catalogue</c> on DynamoDB Local, with an operator's credentials.</summary>
public sealed class DeployedRefreshTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TmdbServer _tmdb = new(60, 30);
    private DynamoDbLocal _local = null!;
    private DynamoDbSnapshotStore _snapshots = null!;
    private DynamoDbTitleRecords _records = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refresh_Deployed_FillsTheTables()
    {
        var (status, output, error) = await RefreshAsync();
        status.ShouldBe(0, error);
        var keys = Refreshed.KeysAt(_tmdb);
        output.ShouldStartWith($"{keys.Length} titles fetched");
        var content = (await Refreshed.CurrentAsync(_snapshots)).ShouldNotBeNull();
        Refreshed.Sorted(content.Titles.Select(title => title.Key)).ShouldBe(keys);
        (await _records.ReadAsync([.. content.Titles.Select(title => title.Key)], Token)).Count.ShouldBe(keys.Length);

        _tmdb.Forget();
        (await RefreshAsync()).Output.ShouldContain("as before");
        _tmdb.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Publish_ACatalogue_IsInForceUntilARefreshFindsItsTitles()
    {
        var film = _tmdb.Titles.First(
            title => title.IsShown && title.Facts is { Key.Kind: MediaKind.Movie, WikidataId: not null, Year: not null }).Facts;
        var known = new TitleKey(MediaKind.Movie, TitleKey.FirstEmbeddedId + 1);
        var unknown = new TitleKey(MediaKind.Movie, TitleKey.FirstEmbeddedId + 2);
        await File.WriteAllLinesAsync(
            _folder.File("catalogue.jsonl"),
            [
                $$"""{"mediaId":"{{known.Id}}","mediaType":"movie","title":"{{film.Name}}","releaseDate":"{{film.Year}}","popularity":90,"wikidataId":"{{film.WikidataId}}"}""",
                $$"""{"mediaId":"{{unknown.Id}}","mediaType":"movie","title":"A Film Without Match","releaseDate":"1950","popularity":10}""",
            ],
            Token);
        var (status, output, error) = await PublishAsync(_folder.Path);
        status.ShouldBe(0, error);
        output.ShouldMatch(@"^embedded-[0-9a-f]{12}: 2 titles, in MovieRecCache in ");
        var content = (await Refreshed.CurrentAsync(_snapshots)).ShouldNotBeNull();
        Refreshed.Sorted(content.Titles.Select(title => title.Key)).ShouldBe(Refreshed.Sorted([known, unknown]));

        (status, output, error) = await RefreshAsync();
        status.ShouldBe(0, error);
        output.ShouldContain("1 embedded titles matched");
        content = (await Refreshed.CurrentAsync(_snapshots)).ShouldNotBeNull();
        content.Version.ShouldStartWith("tmdb-");
        content.Aliases.ShouldHaveSingleItem().ShouldBe(new(known, film.Key));
        Refreshed.Sorted(content.Titles.Select(title => title.Key))
            .ShouldBe([.. Refreshed.KeysAt(_tmdb).Append(unknown.ToString()).Order(StringComparer.Ordinal)]);
        (await _records.FindAsync([known], Token)).ShouldHaveSingleItem().Overview.ShouldBe(film.Overview);
    }

    [Fact]
    public async Task Refresh_DeployedWithoutTables_FailsWithASentence()
    {
        var (status, _, error) = await RefreshAsync("--table", "NoSuchTable");
        status.ShouldBe(1);
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("NoSuchTable in ");
        _tmdb.Count().ShouldBe(0);
    }

    public async ValueTask InitializeAsync()
    {
        _local =
            await DynamoDbLocal.StartAsync(EmulatorFolder.Above(AppContext.BaseDirectory), dataFolder: null, TimeProvider.System, Token);
        await EmulatedTables.CreateAsync(_local.Client, new TableNames(), Token);
        var tables = new MovieRecTables(_local.Client, new TableNames(), TimeProvider.System, new Random(1), Timeout.InfiniteTimeSpan);
        _snapshots = new DynamoDbSnapshotStore(tables);
        _records = new DynamoDbTitleRecords(tables);
    }

    public async ValueTask DisposeAsync()
    {
        await _local.DisposeAsync();
        await _tmdb.DisposeAsync();
        _folder.Dispose();
    }

    private Task<(int Status, string Output, string Error)> RefreshAsync(params string[] options) => Commands.Program.RunAsync(
        Refreshed.GetEnvironment(_tmdb),
        ["refresh", "--deployed", "--region", DynamoDbLocal.Region, "--endpoint", _local.Endpoint, "--rate", "100000", .. options]);

    private Task<(int Status, string Output, string Error)> PublishAsync(string folder) =>
        Commands.Program.RunAsync("publish", "--catalogue", folder, "--region", DynamoDbLocal.Region, "--endpoint", _local.Endpoint);
}
