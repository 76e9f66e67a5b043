using MovieRec.Api.Outcomes;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.Aws.UserPool;
using MovieRec.Emulators.Processes;
using MovieRec.TestKit;

namespace MovieRec.Aws.Tests.Faults;

/// <summary>Failures of Cognito, each a typed error without details before the deadline; the next call works.</summary>
public sealed class CognitoFaultTests : IAsyncDisposable
{
    private const string Email = "marked-email@example.com";
    private const string Password = "Marked-Password-7";
    private const string Secret = "marked-secret";

    private readonly FaultyServer _server;
    private readonly HttpClient _http = CognitoHttp.CreateClient(Timeout.InfiniteTimeSpan);
    private readonly ManualClock _clock = new();
    private readonly string _clientId;

    public CognitoFaultTests(SharedCognito cognito)
    {
        _clientId = cognito.ClientId;
        _server = new FaultyServer(cognito.Endpoint.ToString());
    }

    public static TheoryData<string, int, string> Faults => new()
    {
        { "server error", 500, """{"__type":"InternalErrorException"}""" },
        { "gateway error", 502, "<html>Bad Gateway marked-answer</html>" },
        { "redirect", 302, "" },
        { "garbage", 200, "marked-answer" },
        { "garbage as error", 400, "<html>marked-answer</html>" },
        { "error without type", 400, "{}" },
        { "null", 200, "null" },
        { "other types", 200, """{"UserSub":{"marked-answer":1},"AuthenticationResult":["marked-answer"]}""" },
        { "endless", 200, $$"""{"UserSub":"{{new string('x', 64 * 1024)}}"}""" },
        { "slow", 0, "slow" },
        { "dropped", 0, "dropped" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CognitoUserPool Pool => GetPool(_http, _server.Endpoint);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AnyCall_Fault_IsATypedFailureInTimeAndTheNextCallWorks(string name, int status, string body)
    {
        using var called = new SemaphoreSlim(0);
        _server.Decide = _ =>
        {
            called.Release();
            return status > 0 ? new Fault(Status: status, Body: body) : name == "slow" ? Fault.Slow : Fault.Dropped;
        };
        var pool = Pool;
        List<Func<Task>> calls =
        [
            () => pool.SignUpAsync(Email, Password, Cancellation),
            () => pool.SignInAsync(Email, Password, Cancellation),
            () => pool.RefreshAsync(Secret, Cancellation),
        ];
        // These two operations return nothing on success, so other fields are no fault.
        if (name is not ("other types" or "endless"))
        {
            calls.AddRange(
                [() => pool.ConfirmSignUpAsync(Email, Secret, Cancellation), () => pool.ResendConfirmationCodeAsync(Email, Cancellation)]);
        }

        var failing = Task.WhenAll(calls.Select(call => Should.ThrowAsync<UnavailableException>(call)));
        for (var call = 0; name == "slow" && call < calls.Count; call++)
            await called.WaitAsync(Cancellation);
        if (name == "slow")
            _clock.Advance(TimeSpan.FromSeconds(3));
        var failures = await failing;

        failures.ShouldAllBe(failure => !failure.ToString().Contains("marked", StringComparison.OrdinalIgnoreCase));
        // A call that Cognito may have executed is not repeated. A dropped connection may break before the server counts the call.
        _server.Calls.Count.ShouldBeLessThanOrEqualTo(calls.Count);
        _server.Decide = _ => Fault.None;
        (await pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
    }

    [Fact]
    public async Task SignIn_Throttled_IsToldSoAtOnce()
    {
        _server.Decide = _ => new Fault(Status: 400, Body: """{"__type":"TooManyRequestsException","message":"Too many requests"}""");
        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.TooManyRequestsException);

        _server.Decide = _ => new Fault(Status: 429);
        (await Pool.SignInAsync(Email, Password, Cancellation)).Failure!.Code.ShouldBe(FailureCode.TooManyRequestsException);

        _server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task SignIn_ConnectionRefused_IsATypedFailure() =>
        await Should.ThrowAsync<UnavailableException>(() =>
            GetPool(_http, $"http://127.0.0.1:{LoopbackPort.Free()}").SignInAsync(Email, Password, Cancellation));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task SignIn_NoConnectionAtFirst_IsTriedOnceMore(int refusals, bool works)
    {
        using var handler = new RefusingHandler(refusals);
        using var http = new HttpClient(handler);

        var signIn = () => GetPool(http, _server.Endpoint).SignInAsync(Email, Password, Cancellation);

        if (works)
            (await signIn()).Failure!.Code.ShouldBe(FailureCode.NotAuthorizedException);
        else
            await Should.ThrowAsync<UnavailableException>(signIn);
        handler.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task AnyCall_CallerGivesUp_IsCancelledAndNotUnavailable()
    {
        _server.Decide = _ => Fault.Slow;
        using var caller = new CancellationTokenSource();

        var signingIn = Pool.SignInAsync(Email, Password, caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => signingIn);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private CognitoUserPool GetPool(HttpClient http, string endpoint) =>
        new(http, new CognitoClientSettings { Endpoint = new Uri(endpoint), ClientId = _clientId }, _clock);

    private sealed class RefusingHandler(int refusals) : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Attempts { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ++Attempts <= refusals
                ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                : base.SendAsync(request, cancellationToken);
    }
}
