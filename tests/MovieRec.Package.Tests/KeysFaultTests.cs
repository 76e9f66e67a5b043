using MovieRec.Api;
using MovieRec.Package.Tests.Hosting;

namespace MovieRec.Package.Tests;

/// <summary>Deployed functions when the user pool's keys are unavailable.</summary>
public sealed class KeysFaultTests(SharedDynamoDb local) : IAsyncLifetime
{
    private readonly FreshTables _tables = new(local);
    private readonly JwksServer _jwks = new(JwksServer.ResetAsync);

    [Fact]
    public async Task Keys_DownAtTheStart_AreUnavailableUntilTheyAreThere()
    {
        await using var function = await StartAsync();
        (await CallAsync(function)).ShouldBeUnavailable("no keys");

        _jwks.Script(JwksServer.Keys(TestKey.First));
        // The layer fetches the keys again after its interval: the client retries until then, as Retry-After tells it to.
        FunctionResponse response;
        while ((response = await CallAsync(function)).Status == 503)
            await Task.Delay(TimeSpan.FromMilliseconds(250), TestContext.Current.CancellationToken);
        response.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Keys_DownLater_AreThoseThatAreKnown()
    {
        _jwks.Script(JwksServer.Keys(TestKey.First));
        await using var function = await StartAsync();
        (await KnownAsync(function)).Status.ShouldBe(200);

        _jwks.Script(JwksServer.ResetAsync);
        (await KnownAsync(function)).Status.ShouldBe(200, "a token of a known key");
        var unknown = await CallAsync(function, LiveTokens.Access(key: TestKey.Second));
        unknown.Status.ShouldBeOneOf(401, 503);
        (await KnownAsync(function)).Status.ShouldBe(200, "still");
    }

    [Fact]
    public async Task Token_ThatIsForged_GetsNobodyThrough()
    {
        _jwks.Script(JwksServer.Keys(TestKey.First));
        await using var function = await StartAsync();
        (await KnownAsync(function)).Status.ShouldBe(200);
        (await CallAsync(function, "a.b.c")).Status.ShouldBe(401);
        (await CallAsync(function, LiveTokens.Access(claims => claims["client_id"] = "another"))).Status.ShouldBe(401);
        (await CallAsync(function, LiveTokens.Access(claims => claims["iss"] = "https://evil.example.com"))).Status.ShouldBe(401);
        (await CallAsync(function, LiveTokens.Access(claims => claims["scope"] = "openid"))).Status.ShouldBe(401);
    }

    public ValueTask InitializeAsync() => _tables.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _jwks.DisposeAsync();
        await _tables.DisposeAsync();
    }

    private static Task<FunctionResponse> CallAsync(DeployedFunction function, string? token = null) =>
        function.CallAsync("GET", "/user/favourites", token: token);

    private static Task<FunctionResponse> KnownAsync(DeployedFunction function) =>
        function.CallUntilAvailableAsync("GET", "/user/favourites");

    private Task<DeployedFunction> StartAsync()
    {
        var settings = DeployedFunction.Over(local.Endpoint, _tables.Names);
        settings["USER_POOL_JWKS"] = _jwks.Address;
        return DeployedFunction.StartAsync(FunctionName.Favourites, settings);
    }
}
