using System.Net.Sockets;
using System.Text;
using MovieRec.JwtLayer.Tests.Hosting;
using MovieRec.Lambda.Layer;

namespace MovieRec.JwtLayer.Tests;

/// <summary>Function's fetch of the issuer's keys for the layer, called as the layer calls it.</summary>
public sealed class LayerFetchTests : IAsyncDisposable
{
    private const int Capacity = 64 * 1024;

    private readonly JwksServer _server = new(JwksServer.Keys(TestKey.First));
    private readonly RecordingLog _log = new();
    private readonly byte[] _body = new byte[Capacity + 1];

    private static string GoodJwks => TestKey.Jwks(TestKey.First);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/jwk-set+json")]
    public async Task Answer_InJson_IsBroughtAsItIs(string type)
    {
        _server.Script(JwksServer.Http(200, GoodJwks, $"Content-Type: {type}\r\n"));
        var length = await FetchAsync();
        Encoding.UTF8.GetString(_body, 0, length).ShouldBe(GoodJwks);
        _log.Lines.ShouldBeEmpty();
        (await _server.ReceivedAsync()).ShouldStartWith("GET /pool/.well-known/jwks.json HTTP/1.1\r\n");
    }

    [Theory]
    [InlineData(204, FetchCode.Refused)]
    [InlineData(206, FetchCode.Refused)]
    [InlineData(302, FetchCode.Refused)]
    [InlineData(404, FetchCode.Refused)]
    [InlineData(500, FetchCode.Refused)]
    [InlineData(429, FetchCode.Unreachable)]
    public async Task Answer_OfAnotherStatusThan200_IsNoneAndNotAskedForTwice(int status, int code)
    {
        _server.Script(
            JwksServer.Http(status, status == 204 ? "" : GoodJwks, $"Location: {_server.Address}\r\nContent-Type: application/json\r\n"));
        await FailsAsync(code, $"status {status}");
        _server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("Content-Type: text/html\r\n")]
    [InlineData("Content-Type: application/jsonp\r\n")]
    [InlineData("")]
    public async Task Answer_OfAnotherContentType_IsRefused(string headers)
    {
        _server.Script(JwksServer.Http(200, GoodJwks, headers));
        await FailsAsync(FetchCode.Refused, "content type");
    }

    [Theory]
    [InlineData("Content-Length: 65536\r\n")]
    [InlineData("")]
    public async Task Answer_OfTheWholeCapacity_IsBrought(string headers)
    {
        _server.Script(
            JwksServer.Raw(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n{new string('x', Capacity)}"));
        (await FetchAsync()).ShouldBe(Capacity);
        _body[Capacity - 1].ShouldBe((byte)'x');
        _body[Capacity].ShouldBe((byte)0);
    }

    [Theory]
    [InlineData("Content-Length: 65537\r\n")]
    [InlineData("")]
    public async Task Answer_LongerThanTheCapacity_IsTooLongAndNoneOfItWritten(string headers)
    {
        _server.Script(
            JwksServer.Raw(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n{new string('x', Capacity + 1)}"));
        await FailsAsync(FetchCode.TooLong, "65537 bytes");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"keys\"")]
    public async Task Connection_ClosedBeforeTheEnd_IsWorthAnotherTry(string start)
    {
        _server.Script(JwksServer.Raw(start));
        await FailsAsync(FetchCode.Unreachable, "no response (ResponseEnded)");
    }

    [Fact]
    public async Task Connection_Reset_IsWorthAnotherTry()
    {
        _server.Script(JwksServer.ResetAsync);
        await FailsAsync(FetchCode.Unreachable, "no response");
    }

    [Fact]
    public async Task Address_WhereNobodyListens_IsWorthAnotherTry()
    {
        await _server.DisposeAsync();
        await FailsAsync(FetchCode.Unreachable, "no response (ConnectionError)");
    }

    [Fact]
    public async Task Answer_ThatIsNoHttp_IsRefused()
    {
        _server.Script(JwksServer.Raw("SSH-2.0-OpenSSH_9.2\r\n"));
        await FailsAsync(FetchCode.Refused, "no response (InvalidResponse)");
    }

    [Fact]
    public async Task Address_OfHttpsWhereNoTlsAnswers_IsRefused()
    {
        using var plain = new TcpListener(System.Net.IPAddress.Loopback, 0);
        plain.Start();
        var answering = Task.Run(async () =>
        {
            using var connection = await plain.AcceptSocketAsync(TestContext.Current.CancellationToken);
            await connection.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken);
            await connection.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            connection.Shutdown(SocketShutdown.Send);
        }, TestContext.Current.CancellationToken);
        await FailsAsync(FetchCode.Refused, "no response (SecureConnectionError)", address: $"https://{plain.LocalEndpoint}/jwks.json");
        await answering;
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    public async Task Answer_NotWholeWithinTheTime_IsTimedOut(string start)
    {
        _server.Script(async (connection, cancellationToken) =>
        {
            await JwksServer.Raw(start)(connection, cancellationToken);
            await JwksServer.StallAsync(connection, cancellationToken);
        });
        await FailsAsync(FetchCode.TimedOut, "no complete response within 0.2 s", timeout: 200);
    }

    [Fact]
    public async Task Exception_OfAnyKind_IsACodeAndDoesNotCrossTheBorder()
    {
        using var broken = new HttpClient(new ThrowingHandler());
        (await FetchAsync(broken)).ShouldBe(FetchCode.Refused);
        (await FetchAsync(address: "no address")).ShouldBe(FetchCode.Refused);
    }

    private async Task FailsAsync(int code, string reason, string? address = null, int timeout = int.MaxValue)
    {
        (await FetchAsync(address: address, timeout: timeout)).ShouldBe(code);
        _body.ShouldAllBe(value => value == 0);
        _log.Lines.ShouldHaveSingleItem().ShouldStartWith("Warning The issuer's keys were not fetched: ");
        _log.Lines[0].ShouldContain(reason);
    }

    private Task<int> FetchAsync(HttpClient? http = null, string? address = null, int timeout = int.MaxValue)
    {
        var context = new LayerFetch(http ?? FunctionHttp.Client, _log).Context();
        var url = Encoding.UTF8.GetBytes(address ?? _server.Address);
        // The call blocks, and the server needs the pool's threads.
        return Task.Factory.StartNew(
            () => Call(context, url, timeout), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private unsafe int Call(nint context, byte[] url, int timeout)
    {
        fixed (byte* first = url, target = _body)
            return LayerFetch.Function(context, first, url.Length, timeout, target, Capacity);
    }

    private sealed class ThrowingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("not an expected kind of result");
    }
}
