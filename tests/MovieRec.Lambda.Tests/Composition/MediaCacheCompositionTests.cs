using System.Text;
using MovieRec.Api;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Http;
using MovieRec.Aws;
using MovieRec.Emulators;
using MovieRec.Lambda.Composition;
using MovieRec.Lambda.Gateway;
using MovieRec.Lambda.Logging;
using MovieRec.Lambda.Tests.Hosting;
using MovieRec.TestKit;
using MovieRec.TestKit.OpenApi;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Lambda.Tests.Composition;

/// <summary>Media function with its real composition, over DynamoDB Local, with TMDB's key from a parameter.</summary>
public sealed class MediaCacheCompositionTests : IAsyncLifetime
{
    private const string Key = "markedkeymarkedkeymarkedkey12345";
    private const string Parameter = "/movierec/tmdb-key";

    private readonly ParameterServer _parameters = new() { Value = Key };
    private readonly TmdbServer _tmdb = new(films: 60) { Key = Key };
    private readonly MemoryStream _output = new();
    private DynamoDbLocal _local = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Log => Encoding.UTF8.GetString(_output.ToArray());

    [Fact]
    public async Task Schedule_RefreshesTheCatalogue()
    {
        var function = await ComposeAsync();
        await function.OnSchedule!(Scheduled, In(minutes: 10), Token);
        Log.ShouldContain("\"end\":\"Finished\"");
        var media = await GetAsync(function, "");
        media.ShouldContain("\"source\":\"cache\"");
        media.ShouldContain(".jpg");
        _parameters.Reads.ShouldBe(1);
        Log.ShouldNotContain("marked");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-1)]
    public async Task Schedule_WithHardlyAnyTime_PublishesWhatIsThereAndEnds(double minutes)
    {
        var function = await ComposeAsync();
        await function.OnSchedule!(Scheduled, In(minutes), Token);
        Log.ShouldContain("\"end\":\"Paused\"");
        _tmdb.Count().ShouldBe(0);
    }

    [Theory]
    [InlineData("ParameterNotFound")]
    [InlineData("AccessDeniedException")]
    public async Task Parameter_NotThereOrDenied_FailsTheScheduleAndNoRequest(string error)
    {
        (_parameters.Value, _parameters.Error) = (null, error);
        var function = await ComposeAsync();
        (await Should.ThrowAsync<SourceRefusedException>(
            () => function.OnSchedule!(Scheduled, In(minutes: 10), Token))).Message.ShouldContain(Parameter);
        (await GetAsync(function, "silent")).ShouldContain("\"total_results\":0");
        Log.ShouldContain(Parameter);

        _parameters.Value = Key;
        await function.OnSchedule!(Scheduled, In(minutes: 10), Token);
        Log.ShouldContain("\"end\":\"Finished\"");
    }

    [Fact]
    public async Task Key_ThatTmdbDoesNotTake_NamesTheParameterAndIsReadAgain()
    {
        _parameters.Value = "marked-other-key\n";
        var function = await ComposeAsync();
        var refused = await Should.ThrowAsync<SourceRefusedException>(() => function.OnSchedule!(Scheduled, In(minutes: 10), Token));
        refused.Message.ShouldContain(Parameter);
        refused.ToString().ShouldNotContain("marked");
        (await GetAsync(function, "silent")).ShouldContain("\"total_results\":0");

        _parameters.Value = Key + "\n";
        await function.OnSchedule!(Scheduled, In(minutes: 10), Token);
        Log.ShouldContain("\"end\":\"Finished\"");
        Log.ShouldNotContain("marked");
    }

    [Fact]
    public async Task Schedule_TmdbIsDown_FailsOnlyWhereTheCatalogueIsOld()
    {
        var function = await ComposeAsync();
        _tmdb.Inject(TmdbFault.NotFound() with { Path = "none" });
        _tmdb.Inject(TmdbFault.Response(400, "{}"));
        await Should.ThrowAsync<SourceUnavailableException>(() => function.OnSchedule!(Scheduled, In(minutes: 10), Token));
        _tmdb.Recover();
        await function.OnSchedule!(Scheduled, In(minutes: 10), Token);
        _tmdb.Inject(TmdbFault.Response(400, "{}"));
        var later = await ComposeAsync(Later(days: 1));
        await later.OnSchedule!(Scheduled, In(minutes: 10) + TimeSpan.FromDays(1), Token);
        Log.ShouldContain("\"end\":\"SourceDown\"");
        var muchLater = await ComposeAsync(Later(days: 5));
        await Should.ThrowAsync<SourceUnavailableException>(
            () => muchLater.OnSchedule!(Scheduled, In(minutes: 10) + TimeSpan.FromDays(5), Token));
        (await GetAsync(muchLater, "")).ShouldContain("\"source\":\"cache\"");
    }

    [Fact]
    public async Task Search_TheCatalogueHasNothing_AsksTmdbAndKeepsIt()
    {
        var function = await ComposeAsync();
        (await GetAsync(function, "silent")).ShouldContain("\"source\":\"tmdb\"");
        var asked = _tmdb.Count();
        (await GetAsync(await ComposeAsync(), "silent")).ShouldContain("\"source\":\"cache\"");
        _tmdb.Count().ShouldBe(asked);
    }

    [Fact]
    public async Task LookUps_OfOneInstance_LeaveTheRestOfTmdbsRateToOthers()
    {
        var clock = new ManualClock();
        var function = await ComposeAsync(clock);
        var requests = Enumerable.Range(0, 5)
            .Select(request =>
                AskAsync(function, "ids", string.Join(',', Enumerable.Range(1 + (request * 8), 8).Select(id => $"movie#{id}")))).ToArray();
        // Every title has a timer for the request's timeout, and the next title waits for the rate limit.
        var timeout = TimeSpan.FromSeconds(2.5);
        var (titles, isLimited) = (0, false);
        await clock.NextTimerAsync(due =>
        {
            titles += due == timeout ? 1 : 0;
            isLimited |= due > TimeSpan.Zero && due <= TimeSpan.FromSeconds(1);
            return isLimited && titles == 5 * 8;
        });
        clock.Advance(timeout);
        await Task.WhenAll(requests);
        _tmdb.Count().ShouldBeInRange(8, 24);
    }

    public async ValueTask InitializeAsync()
    {
        _local =
            await DynamoDbLocal.StartAsync(EmulatorFolder.Above(AppContext.BaseDirectory), dataFolder: null, TimeProvider.System, Token);
        await EmulatedTables.CreateAsync(_local.Client, new TableNames(), Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _local.DisposeAsync();
        await _tmdb.DisposeAsync();
        await _parameters.DisposeAsync();
        await _output.DisposeAsync();
    }

    private static ScheduledEvent Scheduled =>
        ((LambdaEvent.Scheduled)EventReader.Read(Encoding.UTF8.GetBytes(ProxyEvents.Scheduled), "lambda-1")).Event;

    private static DateTimeOffset In(double minutes) => Later(days: 0).GetUtcNow().AddMinutes(minutes);

    /// <summary>Creates a clock that skips waits for TMDB's rate limit and otherwise stands still.</summary>
    private static ManualClock Later(int days) =>
        new(new DateTimeOffset(2026, 11, 22 + days, 10, 0, 0, TimeSpan.Zero)) { Skipped = TimeSpan.FromSeconds(1) };

    private ValueTask<ComposedFunction> ComposeAsync(ManualClock? clock = null)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_REGION"] = DynamoDbLocal.Region,
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["ALLOWED_ORIGINS"] = "http://localhost:3000",
            ["AWS_ENDPOINT_URL_DYNAMODB"] = _local.Endpoint,
            ["AWS_ENDPOINT_URL_SSM"] = _parameters.Endpoint,
            ["TMDB_BASE_URL"] = _tmdb.Address.ToString(),
            ["TMDB_PARAMETER"] = Parameter,
        };
        var log = new JsonOutputLogger("MediaCacheFunction", new JsonOutput(_output, TimeProvider.System), new CurrentInvocation());
        var composer = new Composer(
            new FunctionSettings(environment.GetValueOrDefault), clock ?? Later(days: 0), new Random(1), count => new byte[count])
        {
            AttemptTimeout = Timeout.InfiniteTimeSpan,
        };
        return composer.ComposeAsync(FunctionName.MediaCache, log, Token);
    }

    private static Task<string> GetAsync(ComposedFunction function, string search) => AskAsync(function, "query", search);

    private static async Task<string> AskAsync(ComposedFunction function, string name, string value)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value.Length > 0)
            query[name] = value;
        var response = await function.Function.HandleAsync(new ApiRequest
        {
            Method = "GET",
            Path = "/media",
            Route = Routes.Find("GET", "/media"),
            RequestId = "request-1",
            Query = query,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal),
            Body = ReadOnlyMemory<byte>.Empty,
        },
            Token);
        var observed = ObservedResponse.From(response);
        observed.Status.ShouldBe(200);
        OpenApiContract.Current.Check("GET", "/media", observed).ShouldBeEmpty();
        return Encoding.UTF8.GetString(observed.Body.Span);
    }
}
