using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests.Keys;

public sealed class JwksConnectionTests : JwksFixture
{
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    public async Task Answer_NotThereAfterThreeSeconds_IsAFailureAndNotRetried(string start)
    {
        Server.Script(async (connection, cancellationToken) =>
        {
            await JwksServer.Raw(start)(connection, cancellationToken);
            await JwksServer.StallAsync(connection, cancellationToken);
        });
        var waiting = Keys.MissedAsync("first");
        await Server.ReceivedAsync();
        waiting.IsCompleted.ShouldBeFalse();
        Clock.Advance(TimeSpan.FromSeconds(3));
        var failure = await waiting;
        failure.Reason.ShouldBe(FailureReason.KeysUnavailable);
        failure.Actual.ShouldBe("no complete response within 3 s");
        Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_JustWithinThreeSeconds_IsTaken()
    {
        var signal = new TaskCompletionSource();
        Server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        var waiting = Keys.FoundAsync("first");
        await Server.ReceivedAsync();
        Clock.Advance(TimeSpan.FromSeconds(2.999));
        signal.SetResult();
        await waiting;
    }

    [Fact]
    public async Task Connection_ResetOnce_IsTriedAgain()
    {
        Server.Script(JwksServer.ResetAsync, JwksServer.Keys(TestKey.First));
        await Keys.FoundAsync("first");
        Server.Requests.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"keys\"")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"ke")]
    public async Task Connection_ClosedBeforeTheEndOfTheAnswer_IsTriedAgain(string start)
    {
        Server.Script(JwksServer.Raw(start), JwksServer.Keys(TestKey.First));
        await Keys.FoundAsync("first");
        Server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Connection_ResetTwice_IsAFailure()
    {
        Server.Script(JwksServer.ResetAsync, JwksServer.ResetAsync, JwksServer.Keys(TestKey.First));
        await UnavailableAsync("after");
        Server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Answer_TooManyRequests_IsTriedAgainOnce()
    {
        Server.Script(JwksServer.Http(429, "busy"), JwksServer.Keys(TestKey.First));
        await Keys.FoundAsync("first");
        Server.Requests.ShouldBe(2);
        Server.Script(JwksServer.Http(429, "busy"));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("status 429, after status 429", kid: "other");
        Server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Retry_ThatStalls_HasThreeSecondsOfItsOwn()
    {
        Server.Script(JwksServer.ResetAsync, JwksServer.StallAsync);
        var waiting = Keys.MissedAsync("first");
        await Server.ReceivedAsync();
        await Server.ReceivedAsync();
        Clock.Advance(TimeSpan.FromSeconds(3));
        (await waiting).Actual.ShouldStartWith("no complete response within 3 s, after ");
    }

    [Fact]
    public async Task Address_WhereNobodyListens_IsAFailure()
    {
        await Server.DisposeAsync();
        await UnavailableAsync("ConnectionError");
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    public async Task Answer_ThatIsNoHttp_IsAFailureAndNotRetried(string text)
    {
        Server.Script(JwksServer.Raw(text));
        await UnavailableAsync("InvalidResponse");
        Server.Requests.ShouldBe(1);
    }
}
