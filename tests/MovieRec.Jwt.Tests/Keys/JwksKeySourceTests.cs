using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests.Keys;

public sealed class JwksKeySourceTests : IAsyncDisposable
{
    private readonly FiringClock _clock = new();
    private readonly JwksServer _server = new(JwksServer.Keys(TestKey.First));
    private readonly JwksKeySource _keys;

    public JwksKeySourceTests() => _keys = new JwksKeySource(_server.Address, _clock);

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Source_BeforeTheFirstToken_HasFetchedNothing()
    {
        _server.Requests.ShouldBe(0);
        await _keys.FoundAsync("first");
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Request_ForKeys_SaysNoMoreThanNeeded()
    {
        await _keys.FoundAsync("first");
        var head = await _server.ReceivedAsync();
        head.ShouldStartWith("GET /pool/.well-known/jwks.json HTTP/1.1\r\n");
        head.ShouldNotContain("Authorization", Case.Insensitive);
        head.ShouldNotContain("Cookie", Case.Insensitive);
    }

    [Fact]
    public async Task KnownKid_AskedAgain_IsNotFetchedAgainAndStaysTheSameObject()
    {
        var key = await _keys.FoundAsync("first");
        _clock.Advance(TimeSpan.FromDays(30));
        (await _keys.FoundAsync("first")).ShouldBeSameAs(key);
        _keys.AnswersAtOnce("first").ShouldBeTrue();
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task UnknownKid_AskedByManyAtOnce_IsFetchedOnce()
    {
        var signal = new TaskCompletionSource();
        _server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        Task<VerificationKey>[] waiting = [.. Enumerable.Range(0, 50).Select(_ => _keys.FoundAsync("first"))];
        await _server.ReceivedAsync();
        waiting.ShouldAllBe(task => !task.IsCompleted);
        signal.SetResult();
        var found = await Task.WhenAll(waiting);
        found.Distinct().Count().ShouldBe(1);
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task UnknownKid_WithinTenSecondsOfAFetch_FailsAtOnceWhileKnownKeysGoOn()
    {
        await _keys.MissedAsync("other", FailureReason.KidUnknown);
        for (var i = 0; i < 100; i++)
        {
            var failure = await _keys.MissedAsync($"other {i}");
            failure.Reason.ShouldBe(FailureReason.KidUnknownFetchTooSoon);
            failure.KeysUnavailable.ShouldBeFalse();
            failure.Expected.ShouldContain("fetched less than 10 s ago");
        }
        await _keys.FoundAsync("first");
        _clock.Advance(TimeSpan.FromSeconds(9.999));
        await _keys.MissedAsync("other", FailureReason.KidUnknownFetchTooSoon);
        _server.Requests.ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(0.001));
        await _keys.MissedAsync("other", FailureReason.KidUnknown);
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task UnknownKid_AfterASuccessfulFetchOfAnother_AlsoWaitsTenSeconds()
    {
        await _keys.FoundAsync("first");
        await _keys.MissedAsync("second", FailureReason.KidUnknownFetchTooSoon);
        _server.Script(JwksServer.Keys(TestKey.First, TestKey.Second));
        _clock.Advance(TimeSpan.FromSeconds(10));
        await _keys.FoundAsync("second");
    }

    [Fact]
    public async Task Key_NoLongerInTheNewestAnswer_IsDropped()
    {
        var first = await _keys.FoundAsync("first");
        _server.Script(JwksServer.Keys(TestKey.Second));
        (await _keys.FoundAsync("first")).ShouldBeSameAs(first);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await _keys.FoundAsync("second");
        await _keys.MissedAsync("first", FailureReason.KidUnknownFetchTooSoon);
    }

    [Fact]
    public async Task Key_StillInTheNewestAnswer_StaysTheSameObject()
    {
        var first = await _keys.FoundAsync("first");
        _server.Script(JwksServer.Keys(TestKey.Second, TestKey.First));
        _clock.Advance(TimeSpan.FromSeconds(10));
        await _keys.FoundAsync("second");
        (await _keys.FoundAsync("first")).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Key_ThatMustNotBeUsed_IsRefusedWithoutFetchingAgain()
    {
        _server.Script(JwksServer.Json(TestKey.Jwks(TestKey.First.Jwk(jwk => jwk["use"] = "enc"))));
        await _keys.MissedAsync("first", FailureReason.KeyUseNotAllowed);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _keys.MissedAsync("first", FailureReason.KeyUseNotAllowed);
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_WhoCancels_StopsWaitingAndTheOthersGoOn()
    {
        var signal = new TaskCompletionSource();
        _server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        using var cancellation = new CancellationTokenSource();
        var impatient = _keys.FindAsync("first", cancellation.Token).AsTask();
        var patient = _keys.FoundAsync("first");
        await _server.ReceivedAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        patient.IsCompleted.ShouldBeFalse();
        signal.SetResult();
        await patient;
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_WhoseOnlyCallerCancelled_StillBringsTheKey()
    {
        var signal = new TaskCompletionSource();
        _server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        using var cancellation = new CancellationTokenSource();
        var impatient = _keys.FindAsync("first", cancellation.Token).AsTask();
        await _server.ReceivedAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(impatient);
        signal.SetResult();
        await _keys.FoundAsync("first");
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task KnownKid_OfACallerWhoHasCancelled_IsFoundAllTheSame()
    {
        await _keys.FoundAsync("first");
        (await _keys.FindAsync("first", new CancellationToken(canceled: true))).Found(out _, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Dispose_DuringAFetch_EndsTheWait()
    {
        _server.Script(JwksServer.StallAsync);
        var waiting = _keys.FindAsync("first", CancellationToken.None).AsTask();
        await _server.ReceivedAsync();
        _keys.Dispose();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task Prefetch_Once_SparesTheFirstTokenTheFetch()
    {
        (await _keys.PrefetchAsync(CancellationToken.None)).ShouldBeNull();
        _keys.AnswersAtOnce("first").ShouldBeTrue();
        await _keys.MissedAsync("other", FailureReason.KidUnknownFetchTooSoon);
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Prefetch_ThatFails_SaysWhy()
    {
        _server.Script(JwksServer.Http(500, "{}"));
        var failure = await _keys.PrefetchAsync(CancellationToken.None);
        failure!.Reason.ShouldBe(FailureReason.KeysUnavailable);
        failure.Actual.ShouldBe("status 500");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jwks.json")]
    [InlineData("http://example.com/jwks.json")]
    [InlineData("http://localhost.example.com/jwks.json")]
    [InlineData("http://169.254.169.254/jwks.json")]
    [InlineData("ftp://localhost/jwks.json")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:password@example.com/jwks.json")]
    [InlineData("https://example.com/jwks.json#keys")]
    public void Address_ThatKeysMustNotComeFrom_StopsTheStartUp(string? address) =>
        Should.Throw<ArgumentException>(() => new JwksKeySource(address!, _clock)).Message.ShouldContain("it must be https://");

    [Theory]
    [InlineData("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a/.well-known/jwks.json")]
    [InlineData("http://localhost:8080/local_abc/.well-known/jwks.json")]
    [InlineData("http://127.0.0.1:9229/a")]
    [InlineData("http://[::1]:9229/a")]
    public void Address_OfHttpsOrLoopback_IsTaken(string address) => new JwksKeySource(address, _clock).Dispose();

    [Fact]
    public async Task Verifier_WithAnotherIssuersToken_FetchesNothing()
    {
        await Verifying.With(keys: _keys).RefusedAsync(Tokens.Access(claims => claims["iss"] = "https://other.example"), FailureReason.IssuerNotAllowed);
        await Verifying.With(keys: _keys).RefusedAsync("a.b.c");
        _server.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Verifier_WithKeysOverHttp_AcceptsAndRefusesAsWithKeysInMemory()
    {
        var verifier = Verifying.With(keys: _keys, clock: _clock);
        await verifier.AcceptedAsync(Tokens.Access());
        await verifier.AcceptedAsync(Tokens.Access(claims => claims["sub"] = "other"));
        await verifier.RefusedAsync(Tokens.Access(key: TestKey.Second), FailureReason.KidUnknownFetchTooSoon);
        await verifier.RefusedAsync(Tokens.Access(header: header => header["kid"] = "first", key: TestKey.Second), FailureReason.SignatureInvalid);
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Verifier_WithoutKeys_SaysThatTheKeysAreMissingAndNotThatTheTokenIsBad()
    {
        _server.Script(JwksServer.Http(503, ""));
        var failure = await Verifying.With(keys: _keys).RefusedAsync(Tokens.Access());
        failure.KeysUnavailable.ShouldBeTrue();
        failure.Actual.ShouldBe("status 503");
        failure.Expected.ShouldBe($"a JWKS at {_server.Address}");
    }
}
