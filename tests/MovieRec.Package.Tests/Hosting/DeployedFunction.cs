using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using MovieRec.Api;
using MovieRec.Aws;
using MovieRec.LocalHost.Packaged.Processes;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.Package.Tests.Hosting;

/// <summary>Function as deployed: the packaged executable with the packaged layer, in its own process.</summary>
internal sealed class DeployedFunction : IAsyncDisposable
{
    /// <summary>Time left as given to the function, so long that the deployed code's own deadlines come first.</summary>
    private static readonly TimeSpan s_time = TimeSpan.FromHours(1);

    private readonly FunctionProcess _process;
    private readonly Log _log;

    private DeployedFunction(FunctionProcess process, Log log)
    {
        _process = process;
        _log = log;
    }

    /// <summary>Output so far.</summary>
    public IReadOnlyCollection<string> Output => _log.Lines;

    /// <param name="name">Name of the function.</param>
    /// <param name="settings">Settings that replace those of the cloud; an empty one is omitted.</param>
    /// <param name="withLayer">True to attach the JWT layer.</param>
    public static async Task<DeployedFunction> StartAsync(
        FunctionName name, IReadOnlyDictionary<string, string> settings, bool withLayer = true)
    {
        var log = new Log();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["USER_POOL_ID"] = "eu-west-1_AbC123xyz",
            ["USER_POOL_CLIENT_ID"] = Tokens.ClientId,
            ["ALLOWED_ORIGINS"] = "http://localhost:3000",
        };
        foreach (var (setting, value) in settings)
            environment[setting] = value;
        var process = await FunctionProcess.StartAsync(new FunctionProcessOptions
        {
            Executable = await BuiltPackage.DistAsync("function", "bootstrap"),
            Handler = $"{name}Function",
            TaskRoot = await BuiltPackage.DistAsync("function"),
            LibraryPath = withLayer ? await BuiltPackage.DistAsync("layer", "lib") : null,
            Environment = environment,
            Clock = new TimerlessClock(),
            Log = log.Add,
        },
            TestContext.Current.CancellationToken);
        return new DeployedFunction(process, log);
    }

    /// <summary>Returns the settings for these tables behind this address.</summary>
    public static Dictionary<string, string> Over(string dynamoDb, TableNames names) => new(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDb,
        ["TABLE_USER_PREFERENCES"] = names[Table.UserPreferences],
        ["TABLE_FAVOURITES"] = names[Table.Favourites],
        ["TABLE_WATCHLIST"] = names[Table.Watchlist],
        ["TABLE_MOVIE_REC_CACHE"] = names[Table.MovieRecCache],
    };

    /// <summary>Sends a request as the gateway does, with a valid token if none is given.</summary>
    public async Task<FunctionResponse> CallAsync(
        string verb, string path, string? body = null, string? token = null, TimeSpan? time = null)
    {
        var proxied = ProxyEvents.Get(request =>
        {
            request["resource"] = path;
            request["path"] = path;
            request["httpMethod"] = verb;
            request["requestContext"]!["resourcePath"] = path;
            request["requestContext"]!["httpMethod"] = verb;
            request["multiValueHeaders"] = new JsonObject
            {
                ["Authorization"] = new JsonArray($"Bearer {token ?? LiveTokens.Access()}"),
                ["Content-Type"] = new JsonArray("application/json"),
            };
            request["body"] = body;
        });
        var result = await InvokeAsync(proxied, time);
        result.Outcome.ShouldBe(InvocationOutcome.Responded, Encoding.UTF8.GetString(result.Payload.Span));
        return new FunctionResponse(JsonNode.Parse(result.Payload.Span)!);
    }

    /// <summary>Sends a request, repeatedly while the function responds with 503.</summary>
    /// <remarks>The deployed code's deadlines use the real clock, and a slow machine can miss them although nothing is wrong.</remarks>
    public async Task<FunctionResponse> CallUntilAvailableAsync(string verb, string path, string? body = null, string? token = null)
    {
        FunctionResponse response;
        do
            response = await CallAsync(verb, path, body, token);
        while (response.Status == 503);
        return response;
    }

    public Task<InvocationResult> InvokeAsync(string json, TimeSpan? time = null) =>
        _process.InvokeAsync(Encoding.UTF8.GetBytes(json), time ?? s_time, TestContext.Current.CancellationToken);

    /// <summary>Waits for the log line of the next invocation, which follows the response.</summary>
    public async Task<JsonNode> InvocationLineAsync() => await _log.Invocations.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>Real clock without timers: no process is ended for slowness, only the deployed code ends a call.</summary>
    private sealed class TimerlessClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private sealed class Log
    {
        private readonly Channel<JsonNode> _invocations = Channel.CreateUnbounded<JsonNode>();

        public ConcurrentQueue<string> Lines { get; } = new();

        public ChannelReader<JsonNode> Invocations => _invocations.Reader;

        public void Add(string line)
        {
            Lines.Enqueue(line);
            if (JsonNode.Parse(line) is { } json && json["_aws"] is not null)
                _invocations.Writer.TryWrite(json);
        }
    }
}

/// <summary>Response of a function to the gateway.</summary>
internal sealed record FunctionResponse(JsonNode Proxy)
{
    public int Status => Proxy["statusCode"]!.GetValue<int>();

    public JsonNode Body => JsonNode.Parse(Proxy["body"]!.GetValue<string>())!;

    public string? Field(string name) => (string?)Proxy["multiValueHeaders"]![name]?[0];

    /// <summary>Checks that it is the contract's response for an unavailable service.</summary>
    public void ShouldBeUnavailable(string because)
    {
        Status.ShouldBe(503, because);
        Body["code"]!.GetValue<string>().ShouldBe("Unavailable", because);
        int.Parse(Field("Retry-After").ShouldNotBeNull(because)).ShouldBePositive(because);
    }
}
