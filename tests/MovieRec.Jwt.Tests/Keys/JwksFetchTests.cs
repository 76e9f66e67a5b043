using System.Net.Sockets;
using System.Text;
using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests.Keys;

public sealed class JwksFetchTests : IAsyncDisposable
{
    private readonly FiringClock _clock = new();
    private readonly JwksServer _server = new(JwksServer.Keys(TestKey.First));
    private readonly JwksKeySource _keys;

    public JwksFetchTests() => _keys = new JwksKeySource(_server.Address, _clock);

    private static string GoodJwks => TestKey.Jwks(TestKey.First);

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Answer_OfAnotherStatusThan200_IsAFailureAndNotRetried(int status)
    {
        _server.Script(JwksServer.Http(status, status == 204 ? "" : GoodJwks));
        await UnavailableAsync($"status {status}");
        _server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_OfAnyKind_IsNotFollowed(int status)
    {
        await using var elsewhere = new JwksServer(JwksServer.Keys(TestKey.First));
        _server.Script(JwksServer.Http(status, "{}", $"Location: {elsewhere.Address}\r\nContent-Type: application/json\r\n"));
        await UnavailableAsync($"status {status}");
        elsewhere.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("Content-Type: text/html\r\n")]
    [InlineData("Content-Type: application/jsonp\r\n")]
    [InlineData("Content-Type: nonsense\r\n")]
    [InlineData("")]
    public async Task Answer_OfAnotherContentType_IsAFailure(string headers)
    {
        _server.Script(JwksServer.Http(200, GoodJwks, headers));
        await UnavailableAsync("content type");
        _server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/jwk-set+json")]
    public async Task Answer_OfAJsonContentType_IsTaken(string type)
    {
        _server.Script(JwksServer.Http(200, GoodJwks, $"Content-Type: {type}\r\n"));
        await _keys.FoundAsync("first");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"hello\":\"world\"}}")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("{\"keys\":123}")]
    [InlineData("{\"keys\":[null]}")]
    [InlineData("{\"keys\":[],\"keys\":[]}")]
    public async Task Answer_ThatIsNoJwks_KeepsTheOldKeys(string body)
    {
        var first = await _keys.FoundAsync("first");
        _server.Script(JwksServer.Json(body));
        _clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("JWKS", kid: "other");
        (await _keys.FoundAsync("first")).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Answer_NotUtf8_KeepsTheOldKeys()
    {
        await _keys.FoundAsync("first");
        _server.Script(JwksServer.Bytes(200, [0xFF]));
        _clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("NotUtf8", kid: "other");
        await _keys.FoundAsync("first");
    }

    [Fact]
    public async Task FailedFetch_WithinTenSeconds_IsNotRepeatedAndHealsAfterwards()
    {
        _server.Script(JwksServer.Http(500, "{}"));
        await UnavailableAsync("status 500");
        await UnavailableAsync("status 500");
        _clock.Advance(TimeSpan.FromSeconds(9.999));
        await UnavailableAsync("status 500");
        _server.Requests.ShouldBe(1);
        _server.Script(JwksServer.Keys(TestKey.First));
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        await _keys.FoundAsync("first");
    }

    [Fact]
    public async Task FailedFetch_WithKeysFromBefore_LeavesThemInForce()
    {
        await _keys.FoundAsync("first");
        _server.Script(JwksServer.ResetAsync);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("", kid: "other");
        await _keys.FoundAsync("first");
    }

    [Theory]
    [InlineData(JwksKeySource.MaxAnswerBytes, true)]
    [InlineData(JwksKeySource.MaxAnswerBytes + 1, false)]
    public async Task Answer_OfMoreThan64KiB_IsRefused(int length, bool taken)
    {
        _server.Script(JwksServer.Json(GoodJwks.PadRight(length)));
        await JudgeAsync(taken);
    }

    [Theory]
    [InlineData(JwksKeySource.MaxAnswerBytes, true)]
    [InlineData(JwksKeySource.MaxAnswerBytes + 1, false)]
    public async Task Answer_OfMoreThan64KiBWithoutContentLength_IsRefused(int length, bool taken)
    {
        _server.Script(JwksServer.Raw($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{GoodJwks.PadRight(length)}"));
        await JudgeAsync(taken);
    }

    [Fact]
    public async Task Answer_WhoseContentLengthIsTooLarge_IsRefusedUnread()
    {
        _server.Script(async (connection, cancellationToken) =>
        {
            await JwksServer.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n\r\n")(connection, cancellationToken);
            await JwksServer.StallAsync(connection, cancellationToken);
        });
        await UnavailableAsync("more than 65536 bytes");
    }

    [Fact]
    public async Task Answer_ThatNeverEnds_IsLeftAfter64KiB()
    {
        var chunk = Encoding.ASCII.GetBytes($"1000\r\n{new string(' ', 4096)}\r\n");
        var hungUp = new TaskCompletionSource();
        _server.Script(async (connection, cancellationToken) =>
        {
            await JwksServer.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")(connection, cancellationToken);
            try
            {
                while (true)
                    await connection.SendAsync(chunk, cancellationToken);
            }
            catch (SocketException)
            {
                hungUp.SetResult();
            }
        });
        await UnavailableAsync("more than 65536 bytes");
        await hungUp.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Answer_InChunks_IsPutTogether()
    {
        var half = GoodJwks.Length / 2;
        _server.Script(JwksServer.Raw(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + $"{half:x}\r\n{GoodJwks[..half]}\r\n{GoodJwks.Length - half:x}\r\n{GoodJwks[half..]}\r\n0\r\n\r\n"));
        await _keys.FoundAsync("first");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    public async Task Answer_NotThereAfterThreeSeconds_IsAFailureAndNotRetried(string start)
    {
        _server.Script(async (connection, cancellationToken) =>
        {
            await JwksServer.Raw(start)(connection, cancellationToken);
            await JwksServer.StallAsync(connection, cancellationToken);
        });
        var waiting = _keys.MissedAsync("first");
        await _server.ReceivedAsync();
        waiting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(3));
        var failure = await waiting;
        failure.Reason.ShouldBe(FailureReason.KeysUnavailable);
        failure.Actual.ShouldBe("no full answer within 3 s");
        _server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_JustWithinThreeSeconds_IsTaken()
    {
        var signal = new TaskCompletionSource();
        _server.Script(JwksServer.After(signal.Task, JwksServer.Keys(TestKey.First)));
        var waiting = _keys.FoundAsync("first");
        await _server.ReceivedAsync();
        _clock.Advance(TimeSpan.FromSeconds(2.999));
        signal.SetResult();
        await waiting;
    }

    [Fact]
    public async Task Connection_ResetOnce_IsTriedAgain()
    {
        _server.Script(JwksServer.ResetAsync, JwksServer.Keys(TestKey.First));
        await _keys.FoundAsync("first");
        _server.Requests.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"keys\"")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"ke")]
    public async Task Connection_ClosedBeforeTheEndOfTheAnswer_IsTriedAgain(string start)
    {
        _server.Script(JwksServer.Raw(start), JwksServer.Keys(TestKey.First));
        await _keys.FoundAsync("first");
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Connection_ResetTwice_IsAFailure()
    {
        _server.Script(JwksServer.ResetAsync, JwksServer.ResetAsync, JwksServer.Keys(TestKey.First));
        await UnavailableAsync("after");
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Answer_TooManyRequests_IsTriedAgainOnce()
    {
        _server.Script(JwksServer.Http(429, "busy"), JwksServer.Keys(TestKey.First));
        await _keys.FoundAsync("first");
        _server.Requests.ShouldBe(2);
        _server.Script(JwksServer.Http(429, "busy"));
        _clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("status 429, after status 429", kid: "other");
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Retry_ThatStalls_HasThreeSecondsOfItsOwn()
    {
        _server.Script(JwksServer.ResetAsync, JwksServer.StallAsync);
        var waiting = _keys.MissedAsync("first");
        await _server.ReceivedAsync();
        await _server.ReceivedAsync();
        _clock.Advance(TimeSpan.FromSeconds(3));
        (await waiting).Actual.ShouldStartWith("no full answer within 3 s, after ");
    }

    [Fact]
    public async Task Address_WhereNobodyListens_IsAFailure()
    {
        await _server.DisposeAsync();
        await UnavailableAsync("ConnectionError");
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    public async Task Answer_ThatIsNoHttp_IsAFailure(string text)
    {
        _server.Script(JwksServer.Raw(text));
        await UnavailableAsync("");
    }

    [Fact]
    public async Task Answer_Compressed_IsNotUnpacked()
    {
        // Sixty-four KiB of gzip can be sixty-four MiB of JSON; we ask for none, and read none.
        _server.Script(JwksServer.Bytes(200, [0x1F, 0x8B, 0x08, 0x00], "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"));
        await UnavailableAsync("JWKS");
    }

    private async Task JudgeAsync(bool taken)
    {
        if (taken)
            await _keys.FoundAsync("first");
        else
            await UnavailableAsync("more than 65536 bytes");
    }

    private async Task UnavailableAsync(string actual, string kid = "first")
    {
        var failure = await _keys.MissedAsync(kid);
        failure.Reason.ShouldBe(FailureReason.KeysUnavailable);
        failure.KeysUnavailable.ShouldBeTrue();
        failure.Actual.ShouldContain(actual);
        failure.Expected.ShouldBe($"a JWKS at {_server.Address}");
    }
}
