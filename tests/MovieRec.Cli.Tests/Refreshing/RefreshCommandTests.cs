using MovieRec.TestKit.Tmdb;

namespace MovieRec.Cli.Tests.Refreshing;

/// <summary><c>refresh</c> as an operator starts it.</summary>
public sealed class RefreshCommandTests
{
    private const string WrongKey = "ffffffffffffffffffffffffffffffff";

    [Fact]
    public async Task Refresh_ANewDatabase_FillsItAndASecondOneAsksNothing()
    {
        await using var refreshed = new Refreshed(new TmdbServer(60, 30));
        var (status, output, error) = await refreshed.RunAsync();
        status.ShouldBe(0, error);
        error.ShouldBeEmpty();
        var titles = Refreshed.KeysAt(refreshed.Tmdb);
        output.TrimEnd().Split('\n').ShouldHaveSingleItem()
            .ShouldMatch(
                $@"^{titles.Length} titles fetched, 0 gone, 0 embedded titles matched\. "
                + $@"Current catalogue: tmdb-\d{{8}}T\d{{6}}, {titles.Length} titles\.$");
        (await refreshed.CurrentKeysAsync()).ShouldBe(titles);

        refreshed.Tmdb.Forget();
        (status, output, error) = await refreshed.RunAsync();
        status.ShouldBe(0, error);
        output.ShouldStartWith("0 titles fetched");
        output.TrimEnd().ShouldEndWith($"{titles.Length} titles, as before.");
        refreshed.Tmdb.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Refresh_InParts_GoesOnWhereItStopped()
    {
        await using var refreshed = new Refreshed(new TmdbServer(60, 30));
        var (status, output, error) = await refreshed.RunAsync("--requests", "40");
        status.ShouldBe(0, error);
        output.ShouldContain("run it again");
        refreshed.Tmdb.Count().ShouldBe(40);
        (status, output, error) = await refreshed.RunAsync();
        status.ShouldBe(0, error);
        output.ShouldNotContain("run it again");
        (await refreshed.CurrentKeysAsync()).ShouldBe(Refreshed.KeysAt(refreshed.Tmdb));
        refreshed.Tmdb.Received.Select(
            request => $"{request.Path} {request.Query.GetValueOrDefault("page")} {request.Query.GetValueOrDefault("sort_by")}")
                .ShouldBeUnique();
    }

    [Theory]
    [InlineData("", null, "TMDB_API_KEY")]
    [InlineData(WrongKey, null, "TMDB_API_KEY")]
    [InlineData("no key\nat all", null, "TMDB_API_KEY")]
    [InlineData(null, "ftp://somewhere/3/", "TMDB_BASE_URL")]
    [InlineData(null, "nonsense", "TMDB_BASE_URL")]
    [InlineData(null, "http://127.0.0.1:1/3/?key=" + WrongKey, "TMDB_BASE_URL")]
    public async Task Refresh_WithAWrongSetting_FailsWithASentenceThatNamesIt(string? key, string? address, string setting)
    {
        await using var refreshed = new Refreshed(new TmdbServer(20, 10));
        refreshed.Environment["TMDB_API_KEY"] = key ?? refreshed.Tmdb.Key;
        refreshed.Environment["TMDB_BASE_URL"] = address ?? refreshed.Tmdb.Address.ToString();
        var (status, output, error) = await refreshed.RunAsync();
        status.ShouldBe(1);
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(setting);
        output.ShouldBeEmpty();
        error.ShouldNotContain(WrongKey);
        error.ShouldNotContain(refreshed.Tmdb.Key);
        refreshed.Tmdb.Count().ShouldBeLessThanOrEqualTo(1);
        (await refreshed.CurrentAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Refresh_Help_ShowsNoKey()
    {
        await using var refreshed = new Refreshed(new TmdbServer());
        var (status, output, error) = await refreshed.RunAsync("--help");
        status.ShouldBe(0, error);
        output.ShouldContain("./movierec refresh [options]");
        output.ShouldContain("--tmdb-key");
        output.ShouldNotContain(refreshed.Tmdb.Key);
    }

    [Theory]
    [InlineData("--films", "0")]
    [InlineData("--series", "1000001")]
    [InlineData("--requests", "-1")]
    [InlineData("--minutes", "NaN")]
    [InlineData("--minutes", "1e300")]
    [InlineData("--lease", "0")]
    [InlineData("--rate", "0")]
    [InlineData("--rate", "many")]
    public async Task Refresh_WithAnOptionOutOfItsRange_SaysWhich(string option, string value)
    {
        await using var refreshed = new Refreshed(new TmdbServer(20, 10));
        var (status, output, error) = await refreshed.RunAsync(option, value);
        status.ShouldBe(1);
        error.ShouldContain(option);
        error.ShouldNotContain("   at ");
        (output + error).ShouldNotContain(refreshed.Tmdb.Key);
        refreshed.Tmdb.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Refresh_WhenTmdbIsDown_FailsWithASentenceAndWhatIsThereStays()
    {
        await using var refreshed = new Refreshed(new TmdbServer(60, 30));
        (await refreshed.RunAsync("--requests", "50")).Status.ShouldBe(0);
        var before = await refreshed.CurrentKeysAsync();
        refreshed.Tmdb.Inject(TmdbFault.Status(503));
        var (status, output, error) = await refreshed.RunAsync();
        status.ShouldBe(1);
        output.ShouldBeEmpty();
        error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith("TMDB gives no usable responses.");
        error.ShouldContain("titles are still to be fetched: run it again later");
        (await refreshed.CurrentKeysAsync()).ShouldBe(before);
        refreshed.Tmdb.Recover();
        (await refreshed.RunAsync()).Status.ShouldBe(0);
        (await refreshed.CurrentKeysAsync()).ShouldBe(Refreshed.KeysAt(refreshed.Tmdb));
    }

    /// <summary>Checks the total duration, which no machine can shorten; RateTests covers the rate within a second.</summary>
    [Fact]
    public async Task Refresh_WithARate_TakesItsTime()
    {
        const int Rate = 5;
        await using var refreshed = new Refreshed(new TmdbServer(20, 10));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var (status, _, error) = await refreshed.RunAsync("--rate", $"{Rate}");
        status.ShouldBe(0, error);
        System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds.ShouldBeGreaterThan(
            ((double)refreshed.Tmdb.Received.Count / Rate) - 2);
        (await refreshed.CurrentKeysAsync()).ShouldBe(Refreshed.KeysAt(refreshed.Tmdb));
    }

    [Fact]
    public async Task Refresh_WhileAnotherRuns_SaysSoAndLeavesItAlone()
    {
        await using var refreshed = new Refreshed(new TmdbServer(20, 10));
        refreshed.Tmdb.Inject(TmdbFault.Hang() with { Times = 1 });
        var received = refreshed.Tmdb.ReceivesAsync(1);
        using var first = Commands.Program.Start(refreshed.Environment, refreshed.Command("--lease", "3600"));
        await received.WaitAsync(TestContext.Current.CancellationToken);
        var (status, output, error) = await refreshed.RunAsync("--lease", "1");
        status.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("waiting for 1 seconds at most");
        error.TrimEnd().ShouldEndWith("Another refresh is running: wait until it is done.");
        refreshed.Tmdb.Recover();
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        first.ExitCode.ShouldBe(0);
    }
}
