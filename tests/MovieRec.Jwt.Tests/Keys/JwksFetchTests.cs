using System.Net.Sockets;
using System.Text;
using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests.Keys;

public sealed class JwksFetchTests : JwksFixture
{
    private static string GoodJwks => TestKey.Jwks(TestKey.First);

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
        Server.Script(JwksServer.Http(status, status == 204 ? "" : GoodJwks));
        await UnavailableAsync($"status {status}");
        Server.Requests.ShouldBe(1);
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
        Server.Script(JwksServer.Http(status, "{}", $"Location: {elsewhere.Address}\r\nContent-Type: application/json\r\n"));
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
        Server.Script(JwksServer.Http(200, GoodJwks, headers));
        await UnavailableAsync("content type");
        Server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/jwk-set+json")]
    public async Task Answer_OfAJsonContentType_IsTaken(string type)
    {
        Server.Script(JwksServer.Http(200, GoodJwks, $"Content-Type: {type}\r\n"));
        await Keys.FoundAsync("first");
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
        var first = await Keys.FoundAsync("first");
        Server.Script(JwksServer.Json(body));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("JWKS", kid: "other");
        (await Keys.FoundAsync("first")).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Answer_NotUtf8_KeepsTheOldKeys()
    {
        await Keys.FoundAsync("first");
        Server.Script(JwksServer.Bytes(200, [0xFF]));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("NotUtf8", kid: "other");
        await Keys.FoundAsync("first");
    }

    [Fact]
    public async Task FailedFetch_WithinTenSeconds_IsNotRepeatedAndHealsAfterwards()
    {
        Server.Script(JwksServer.Http(500, "{}"));
        await UnavailableAsync("status 500");
        await UnavailableAsync("status 500");
        Clock.Advance(TimeSpan.FromSeconds(9.999));
        await UnavailableAsync("status 500");
        Server.Requests.ShouldBe(1);
        Server.Script(JwksServer.Keys(TestKey.First));
        Clock.Advance(TimeSpan.FromSeconds(0.001));
        await Keys.FoundAsync("first");
    }

    [Fact]
    public async Task FailedFetch_WithKeysFromBefore_LeavesThemInForce()
    {
        await Keys.FoundAsync("first");
        Server.Script(JwksServer.ResetAsync);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await UnavailableAsync("", kid: "other");
        await Keys.FoundAsync("first");
    }

    [Theory]
    [InlineData(JwksRefresher.MaxBytes, true)]
    [InlineData(JwksRefresher.MaxBytes + 1, false)]
    public async Task Answer_OfMoreThan64KiB_IsRefused(int length, bool taken)
    {
        Server.Script(JwksServer.Json(GoodJwks.PadRight(length)));
        await JudgeAsync(taken);
    }

    [Theory]
    [InlineData(JwksRefresher.MaxBytes, true)]
    [InlineData(JwksRefresher.MaxBytes + 1, false)]
    public async Task Answer_OfMoreThan64KiBWithoutContentLength_IsRefused(int length, bool taken)
    {
        Server.Script(
            JwksServer.Raw($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{GoodJwks.PadRight(length)}"));
        await JudgeAsync(taken);
    }

    [Fact]
    public async Task Answer_WhoseContentLengthIsTooLarge_IsRefusedUnread()
    {
        Server.Script(async (connection, cancellationToken) =>
        {
            await JwksServer.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n\r\n")(
                connection, cancellationToken);
            await JwksServer.StallAsync(connection, cancellationToken);
        });
        await UnavailableAsync("more than 65536 bytes");
    }

    [Fact]
    public async Task Answer_ThatNeverEnds_IsLeftAfter64KiB()
    {
        var chunk = Encoding.ASCII.GetBytes($"1000\r\n{new string(' ', 4096)}\r\n");
        var hungUp = new TaskCompletionSource();
        Server.Script(async (connection, cancellationToken) =>
        {
            await JwksServer.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")(
                connection, cancellationToken);
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
        Server.Script(JwksServer.Raw(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + $"{half:x}\r\n{GoodJwks[..half]}\r\n{GoodJwks.Length - half:x}\r\n{GoodJwks[half..]}\r\n0\r\n\r\n"));
        await Keys.FoundAsync("first");
    }

    [Fact]
    public async Task Answer_Compressed_IsNotUnpacked()
    {
        // Sixty-four KiB of gzip can be sixty-four MiB of JSON, so the client neither requests nor reads gzip.
        Server.Script(JwksServer.Bytes(200, [0x1F, 0x8B, 0x08, 0x00], "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"));
        await UnavailableAsync("JWKS");
    }

    private async Task JudgeAsync(bool taken)
    {
        if (taken)
            await Keys.FoundAsync("first");
        else
            await UnavailableAsync("more than 65536 bytes");
    }
}
