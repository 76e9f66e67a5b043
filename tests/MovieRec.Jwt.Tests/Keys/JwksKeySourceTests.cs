using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests.Keys;

public sealed class JwksKeySourceTests : JwksFixture
{
    [Fact]
    public async Task Source_BeforeTheFirstToken_HasFetchedNothing()
    {
        Server.Requests.ShouldBe(0);
        await Keys.FoundAsync("first");
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Request_ForKeys_SaysNoMoreThanNeeded()
    {
        await Keys.FoundAsync("first");
        var head = await Server.ReceivedAsync();
        head.ShouldStartWith("GET /pool/.well-known/jwks.json HTTP/1.1\r\n");
        head.ShouldNotContain("Authorization", Case.Insensitive);
        head.ShouldNotContain("Cookie", Case.Insensitive);
    }

    [Fact]
    public async Task KnownKid_AskedAgain_IsNotFetchedAgainAndStaysTheSameObject()
    {
        var key = await Keys.FoundAsync("first");
        Clock.Advance(TimeSpan.FromDays(30));
        (await Keys.FoundAsync("first")).ShouldBeSameAs(key);
        Keys.RespondsAtOnce("first").ShouldBeTrue();
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task UnknownKid_AskedByManyAtOnce_IsFetchedOnce()
    {
        var signal = new TaskCompletionSource();
        Server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        Task<VerificationKey>[] waiting = [.. Enumerable.Range(0, 50).Select(_ => Keys.FoundAsync("first"))];
        await Server.ReceivedAsync();
        waiting.ShouldAllBe(task => !task.IsCompleted);
        signal.SetResult();
        var found = await Task.WhenAll(waiting);
        found.Distinct().Count().ShouldBe(1);
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task UnknownKid_WithinTenSecondsOfAFetch_FailsAtOnceWhileKnownKeysGoOn()
    {
        await Keys.MissedAsync("other", FailureReason.KidUnknown);
        for (var i = 0; i < 100; i++)
        {
            var failure = await Keys.MissedAsync($"other {i}");
            failure.Reason.ShouldBe(FailureReason.KidUnknownFetchTooSoon);
            failure.KeysUnavailable.ShouldBeFalse();
            failure.Expected.ShouldContain("fetched less than 10 s ago");
        }
        await Keys.FoundAsync("first");
        Clock.Advance(TimeSpan.FromSeconds(9.999));
        await Keys.MissedAsync("other", FailureReason.KidUnknownFetchTooSoon);
        Server.Requests.ShouldBe(1);

        Clock.Advance(TimeSpan.FromSeconds(0.001));
        await Keys.MissedAsync("other", FailureReason.KidUnknown);
        Server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task UnknownKid_AfterASuccessfulFetchOfAnother_AlsoWaitsTenSeconds()
    {
        await Keys.FoundAsync("first");
        await Keys.MissedAsync("second", FailureReason.KidUnknownFetchTooSoon);
        Server.Script(JwksServer.Keys(TestKey.First, TestKey.Second));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Keys.FoundAsync("second");
    }

    [Fact]
    public async Task Key_NoLongerInTheNewestAnswer_IsDropped()
    {
        var first = await Keys.FoundAsync("first");
        Server.Script(JwksServer.Keys(TestKey.Second));
        (await Keys.FoundAsync("first")).ShouldBeSameAs(first);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Keys.FoundAsync("second");
        await Keys.MissedAsync("first", FailureReason.KidUnknownFetchTooSoon);
    }

    [Fact]
    public async Task Key_StillInTheNewestAnswer_StaysTheSameObject()
    {
        var first = await Keys.FoundAsync("first");
        Server.Script(JwksServer.Keys(TestKey.Second, TestKey.First));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Keys.FoundAsync("second");
        (await Keys.FoundAsync("first")).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Key_ThatMustNotBeUsed_IsRefusedWithoutFetchingAgain()
    {
        Server.Script(JwksServer.Json(TestKey.Jwks(TestKey.First.Jwk(jwk => jwk["use"] = "enc"))));
        await Keys.MissedAsync("first", FailureReason.KeyUseNotAllowed);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Keys.MissedAsync("first", FailureReason.KeyUseNotAllowed);
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_WhoCancels_StopsWaitingAndTheOthersGoOn()
    {
        var signal = new TaskCompletionSource();
        Server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        using var cancellation = new CancellationTokenSource();
        var shortTimeout = Keys.FindAsync("first", cancellation.Token).AsTask();
        var longTimeout = Keys.FoundAsync("first");
        await Server.ReceivedAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(shortTimeout);
        longTimeout.IsCompleted.ShouldBeFalse();
        signal.SetResult();
        await longTimeout;
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_WhoseOnlyCallerCancelled_StillBringsTheKey()
    {
        var signal = new TaskCompletionSource();
        Server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        using var cancellation = new CancellationTokenSource();
        var shortTimeout = Keys.FindAsync("first", cancellation.Token).AsTask();
        await Server.ReceivedAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(shortTimeout);
        signal.SetResult();
        await Keys.FoundAsync("first");
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task KnownKid_OfACallerWhoHasCancelled_IsFoundAllTheSame()
    {
        await Keys.FoundAsync("first");
        (await Keys.FindAsync("first", new CancellationToken(canceled: true))).Found(out _, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Dispose_DuringAFetch_EndsTheWait()
    {
        Server.Script(JwksServer.StallAsync);
        var waiting = Keys.FindAsync("first", CancellationToken.None).AsTask();
        await Server.ReceivedAsync();
        Keys.Dispose();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task Prefetch_Once_SparesTheFirstTokenTheFetch()
    {
        (await Keys.PrefetchAsync(CancellationToken.None)).ShouldBeNull();
        Keys.RespondsAtOnce("first").ShouldBeTrue();
        await Keys.MissedAsync("other", FailureReason.KidUnknownFetchTooSoon);
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Prefetch_ThatFails_SaysWhy()
    {
        Server.Script(JwksServer.Http(500, "{}"));
        var failure = await Keys.PrefetchAsync(CancellationToken.None);
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
        Should.Throw<ArgumentException>(() => new JwksKeySource(address!, Clock)).Message.ShouldContain("it must be https://");

    [Theory]
    [InlineData("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a/.well-known/jwks.json")]
    [InlineData("http://localhost:8080/local_abc/.well-known/jwks.json")]
    [InlineData("http://127.0.0.1:9229/a")]
    [InlineData("http://[::1]:9229/a")]
    public void Address_OfHttpsOrLoopback_IsTaken(string address) => new JwksKeySource(address, Clock).Dispose();

    [Fact]
    public async Task Verifier_WithAnotherIssuersToken_FetchesNothing()
    {
        await Verifying.With(keys: Keys)
            .RefusedAsync(Tokens.Access(claims => claims["iss"] = "https://other.example"), FailureReason.IssuerNotAllowed);
        await Verifying.With(keys: Keys).RefusedAsync("a.b.c");
        Server.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Verifier_WithKeysOverHttp_AcceptsAndRefusesAsWithKeysInMemory()
    {
        var verifier = Verifying.With(keys: Keys, clock: Clock);
        await verifier.AcceptedAsync(Tokens.Access());
        await verifier.AcceptedAsync(Tokens.Access(claims => claims["sub"] = "other"));
        await verifier.RefusedAsync(Tokens.Access(key: TestKey.Second), FailureReason.KidUnknownFetchTooSoon);
        await verifier.RefusedAsync(
            Tokens.Access(header: header => header["kid"] = "first", key: TestKey.Second), FailureReason.SignatureInvalid);
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Verifier_WithoutKeys_SaysThatTheKeysAreMissingAndNotThatTheTokenIsBad()
    {
        Server.Script(JwksServer.Http(503, ""));
        var failure = await Verifying.With(keys: Keys).RefusedAsync(Tokens.Access());
        failure.KeysUnavailable.ShouldBeTrue();
        failure.Actual.ShouldBe("status 503");
        failure.Expected.ShouldBe($"a JWKS at {Server.Address}");
    }
}
