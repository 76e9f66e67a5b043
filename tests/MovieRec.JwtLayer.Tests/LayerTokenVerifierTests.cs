using MovieRec.Api;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.JwtLayer.Tests.Hosting;
using MovieRec.Lambda.Layer;
using MovieRec.TestKit;

namespace MovieRec.JwtLayer.Tests;

/// <summary>Function's side of the layer, with the library that is deployed.</summary>
public sealed class LayerTokenVerifierTests : IAsyncLifetime
{
    private readonly JwksServer _server = new(JwksServer.Keys(TestKey.First));
    private readonly ManualClock _clock = new();
    private readonly RecordingLog _log = new();
    private readonly TemporaryFolder _folder = new();
    private string _path = "";

    private LayerSettings Settings =>
        new(Tokens.Issuer, _server.Address, [Tokens.ClientId], "aws.cognito.signin.user.admin", 5);

    public async ValueTask InitializeAsync() => _path = await BuiltPackage.LayerAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Token_OfThePool_IsTheCaller()
    {
        var verifier = LayerTokenVerifier.Open(_path, Settings, _clock, _log);
        for (var at = 0; at < 2; at++)
        {
            var outcome = await verifier.VerifyAsync(LiveTokens.Access(), TestContext.Current.CancellationToken);
            outcome.Succeeded(out var caller, out _).ShouldBeTrue();
            caller!.UserId.ShouldBe(LiveTokens.Subject);
        }

        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_NotAccepted_IsUnauthorizedAndTheReasonIsInTheLogAlone()
    {
        var token = LiveTokens.Access(claims => claims["client_id"] = "other");
        var failure = await FailureAsync(LayerTokenVerifier.Open(_path, Settings, _clock, _log), token);
        failure.ShouldBe(GatewayFailures.Unauthorized);
        _log.Lines.ShouldHaveSingleItem()
            .ShouldBe("Information Token rejected: ClientIdNotAllowed, expected client_id: client-1, actual client_id: other");
        _log.Lines[0].ShouldNotContain(token.Split('.')[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("é\0")]
    public async Task Text_ThatIsNoToken_IsUnauthorized(string text) =>
        (await FailureAsync(LayerTokenVerifier.Open(_path, Settings, _clock, _log), text))
            .ShouldBe(GatewayFailures.Unauthorized);

    [Fact]
    public async Task Keys_ThatCannotBeHad_AreUnavailable()
    {
        _server.Script(JwksServer.Http(500, "{}"));
        (await FailureAsync(LayerTokenVerifier.Open(_path, Settings, _clock, _log), LiveTokens.Access()))
            .ShouldBe(GatewayFailures.Unavailable);
        _log.Lines.ShouldHaveSingleItem().ShouldBe($"Error Tokens cannot be verified: no keys from {_server.Address}: status 500");
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Connection_ResetOnce_RejectsNoToken()
    {
        _server.Script(JwksServer.ResetAsync, JwksServer.Keys(TestKey.First));
        var outcome = await LayerTokenVerifier.Open(_path, Settings, _clock, _log)
            .VerifyAsync(LiveTokens.Access(), TestContext.Current.CancellationToken);
        outcome.Succeeded(out _, out _).ShouldBeTrue();
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Key_Unknown_IsFetchedAtMostOncePerInterval()
    {
        var verifier = LayerTokenVerifier.Open(_path, Settings, _clock, _log);
        var token = LiveTokens.Access(key: TestKey.Second);
        for (var at = 0; at < 3; at++)
            (await FailureAsync(verifier, token)).ShouldBe(GatewayFailures.Unauthorized);
        _server.Requests.ShouldBe(1);
        _server.Script(JwksServer.Keys(TestKey.First, TestKey.Second));
        _clock.Advance(TimeSpan.FromSeconds(10));
        var outcome = await verifier.VerifyAsync(token, TestContext.Current.CancellationToken);
        outcome.Succeeded(out _, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Deadline_WhileKeysAreFetched_EndsTheWait()
    {
        var free = new TaskCompletionSource();
        _server.Script(JwksServer.After(free.Task, JwksServer.Keys(TestKey.First)));
        using var deadline = new CancellationTokenSource();
        var verifying = LayerTokenVerifier.Open(_path, Settings, _clock, _log)
            .VerifyAsync(LiveTokens.Access(), deadline.Token);
        await _server.ReceivedAsync();
        await deadline.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(verifying.AsTask());
        free.SetResult();
    }

    [Fact]
    public async Task Layer_NotThere_LetsNothingThroughAndSaysWhy()
    {
        var verifier = LayerTokenVerifier.Open(_folder.File("none.so"), Settings, _clock, _log);
        await RefusesAllAsync(verifier, "is not at");
    }

    [Theory]
    [InlineData("int cognitojwt_version(void) { return 1; }", "has interface version 1, and this function was built for 3")]
    [InlineData("int cognitojwt_version(void) { return 4; }", "has interface version 4, and this function was built for 3")]
    [InlineData("int something_else(void) { return 1; }", "has no cognitojwt_version")]
    [InlineData("int cognitojwt_version(void) { return 3; }", "has no cognitojwt_configure")]
    public async Task Layer_OfAnotherInterface_LetsNothingThroughAndSaysWhy(string source, string reason)
    {
        var code = _folder.File("other.c");
        await File.WriteAllTextAsync(code, source, TestContext.Current.CancellationToken);
        // A unique name: the loader identifies a library by its path, and folder names are reused.
        var library = _folder.File($"{Guid.NewGuid():N}.so");
        await BuiltPackage.RunAsync("clang", "-shared", "-fPIC", "-o", library, code);
        await RefusesAllAsync(LayerTokenVerifier.Open(library, Settings, _clock, _log), reason);
    }

    [Fact]
    public async Task Keys_OfAnAddressThatIsNotSafe_LetNothingThrough() =>
        await RefusesAllAsync(
            LayerTokenVerifier.Open(_path, Settings with { Jwks = "http://example.com/jwks.json" }, _clock, _log), "must be https://");

    [Fact]
    public async Task Layer_ThatDoesNotTakeTheSettings_LetsNothingThroughAndSaysWhy() =>
        await RefusesAllAsync(LayerTokenVerifier.Open(_path, Settings with { ClientIds = [] }, _clock, _log), "ClientIds");

    [Fact]
    public async Task Layer_ThatGivesACodeOfItsOwn_LetsNothingThrough()
    {
        var code = _folder.File("odd.c");
        await File.WriteAllTextAsync(
            code,
            """
            int cognitojwt_version(void) { return 3; }
            int cognitojwt_configure(const char *j, int l, char *e, int c) { return 0; }
            int cognitojwt_set_keys(const char *j, int l, char *e, int c) { return 0; }
            int cognitojwt_verify(const char *t, int l, char *r, int c) { return c + 1; }
            """,
            TestContext.Current.CancellationToken);
        var library = _folder.File($"{Guid.NewGuid():N}.so");
        await BuiltPackage.RunAsync("clang", "-shared", "-fPIC", "-o", library, code);
        (await FailureAsync(LayerTokenVerifier.Open(library, Settings, _clock, _log), LiveTokens.Access()))
            .ShouldBe(LayerTokenVerifier.Unavailable);
    }

    private async Task RefusesAllAsync(LayerTokenVerifier verifier, string reason)
    {
        _log.Lines.ShouldHaveSingleItem().ShouldContain(reason);
        var edge =
            new FunctionPipeline(FunctionName.Favourites, new NeverReached(), verifier, CorsPolicy.Parse(CorsPolicy.DefaultOrigins), _log);
        var response = await edge.HandleAsync(new ApiRequest
        {
            Method = "GET",
            Path = "/user/favourites",
            Route = Routes.Find("GET", "/user/favourites"),
            RequestId = "request-1",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            { ["Authorization"] = $"Bearer {LiveTokens.Access()}" },
        },
            TestContext.Current.CancellationToken);
        response.Status.ShouldBe(500);
        System.Text.Encoding.UTF8.GetString(response.Body.Span).ShouldContain("\"code\":\"LayerUnavailable\"");
        _log.Lines.Count.ShouldBe(2);
        _log.Lines[1].ShouldContain(reason);
    }

    private static async Task<Failure> FailureAsync(LayerTokenVerifier verifier, string token)
    {
        var outcome = await verifier.VerifyAsync(token, TestContext.Current.CancellationToken);
        outcome.Succeeded(out var caller, out var failure).ShouldBeFalse();
        caller.ShouldBeNull();
        return failure!;
    }

    private sealed class NeverReached : IAuthenticatedFunction
    {
        public Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("This must not be reached.");
    }
}
