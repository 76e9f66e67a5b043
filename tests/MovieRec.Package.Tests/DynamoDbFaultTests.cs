using MovieRec.Api;
using MovieRec.Emulators.Processes;
using MovieRec.Package.Tests.Hosting;

namespace MovieRec.Package.Tests;

/// <summary>Deployed functions when DynamoDB fails: the contract's error, no partial writes; the next invocation works.</summary>
public sealed class DynamoDbFaultTests(SharedDynamoDb local) : IAsyncLifetime
{
    private const string Film = """{"mediaId":603,"mediaType":"movie","title":"The Film"}""";

    private static readonly (FunctionName Function, string Verb, string Path, string? Body)[] s_calls =
    [
        (FunctionName.Favourites, "POST", "/user/favourites", Film),
        (FunctionName.Favourites, "GET", "/user/favourites", null),
        (FunctionName.Watchlist, "DELETE", "/user/watchlist", """{"mediaId":603}"""),
        (FunctionName.UserPreferences, "POST", "/user/preferences", """{"keywords":["heist"]}"""),
        (FunctionName.MovieRec, "GET", "/recommendations", null),
        (FunctionName.MediaCache, "GET", "/media", null),
    ];

    private readonly FreshTables _tables = new(local);
    private readonly FaultyServer _dynamoDb = new(local.Endpoint);
    private readonly JwksServer _jwks = new(JwksServer.Keys(TestKey.First));

    public static TheoryData<string> Faults => ["ServerError", "GatewayError", "Throttled", "Overloaded", "Garbage", "Slow", "Dropped"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_OfDynamoDb_IsAnsweredUnavailableAndTheNextInvocationWorks(string name)
    {
        // Fails from the start: data that a function reads ahead would be enough for an empty list.
        _dynamoDb.Decide = _ => (Fault)typeof(Fault).GetProperty(name)!.GetValue(null)!;
        var functions = await Task.WhenAll(s_calls.Select(call => StartAsync(call.Function)));
        foreach (var (response, call) in (await CallAllAsync(functions)).Zip(s_calls))
            response.ShouldBeUnavailable($"{call.Verb} {call.Path}");

        _dynamoDb.Decide = _ => Fault.None;
        (await functions[0].CallUntilAvailableAsync("GET", "/user/favourites")).Body["items"]!.AsArray()
            .ShouldBeEmpty("there are no partial writes");
        foreach (var (function, call) in functions.Zip(s_calls))
        {
            var response = await function.CallUntilAvailableAsync(call.Verb, call.Path, call.Body);
            response.Status.ShouldBe(200, $"{call.Verb} {call.Path} of the same process");
            await function.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(FunctionName.Favourites)]
    [InlineData(FunctionName.Watchlist)]
    [InlineData(FunctionName.MovieRec)]
    [InlineData(FunctionName.MediaCache)]
    public async Task Function_ThatStarts_ReadsAheadBeforeAnybodyAsks(FunctionName name)
    {
        var first = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _dynamoDb.Decide = operation =>
        {
            first.TrySetResult(operation);
            return Fault.None;
        };
        await using var function = await StartAsync(name);
        (await first.Task.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe("GetItem");
    }

    [Fact]
    public async Task Function_WhoseReadAheadFails_ReadsAgainWhenItIsAsked()
    {
        _dynamoDb.Decide = _ => Fault.ServerError;
        await using var function = await StartAsync(FunctionName.MediaCache);
        (await function.CallAsync("GET", "/media")).ShouldBeUnavailable("at first");
        _dynamoDb.Decide = _ => Fault.None;
        (await function.CallUntilAvailableAsync("GET", "/media")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task AnswerOfDynamoDb_ThatIsLost_LeavesOneEntry()
    {
        await using var function = await StartAsync(FunctionName.Favourites);
        _dynamoDb.Decide = operation => operation is "TransactWriteItems" ? Fault.ResponseLost : Fault.None;
        await function.CallAsync("POST", "/user/favourites", Film);
        _dynamoDb.Decide = _ => Fault.None;
        (await function.CallUntilAvailableAsync("POST", "/user/favourites", Film)).Status.ShouldBe(200);
        (await function.CallUntilAvailableAsync("GET", "/user/favourites")).Proxy["body"]!.GetValue<string>()
            .Split("The Film").Length.ShouldBe(2);
    }

    [Fact]
    public async Task DynamoDb_ThatIsNotThere_IsUnavailable()
    {
        var settings = DeployedFunction.Over($"http://127.0.0.1:{LoopbackPort.Free()}", _tables.Names);
        settings["USER_POOL_JWKS"] = _jwks.Address;
        await using var function = await DeployedFunction.StartAsync(FunctionName.Favourites, settings);
        (await function.CallAsync("GET", "/user/favourites")).ShouldBeUnavailable("refused");
    }

    [Fact]
    public async Task DynamoDb_SlowerThanTheFunctionsTime_IsAnsweredAsATimeout()
    {
        await using var function = await StartAsync(FunctionName.Favourites);
        (await function.CallUntilAvailableAsync("GET", "/user/favourites")).Status.ShouldBe(200);
        _dynamoDb.Decide = _ => Fault.Slow;
        var late = await function.CallAsync("GET", "/user/favourites", time: TimeSpan.FromMilliseconds(500));
        late.Status.ShouldBe(503);
        late.Body["code"]!.GetValue<string>().ShouldBe("Timeout");
        _dynamoDb.Decide = _ => Fault.None;
        (await function.CallUntilAvailableAsync("GET", "/user/favourites")).Status.ShouldBe(200);
    }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _dynamoDb.DisposeAsync();
        await _jwks.DisposeAsync();
        await _tables.DisposeAsync();
    }

    private static Task<FunctionResponse[]> CallAllAsync(DeployedFunction[] functions) =>
        Task.WhenAll(functions.Zip(s_calls, (function, call) => function.CallAsync(call.Verb, call.Path, call.Body)));

    private Task<DeployedFunction> StartAsync(FunctionName name)
    {
        var settings = DeployedFunction.Over(_dynamoDb.Endpoint, _tables.Names);
        settings["USER_POOL_JWKS"] = _jwks.Address;
        return DeployedFunction.StartAsync(name, settings);
    }
}
