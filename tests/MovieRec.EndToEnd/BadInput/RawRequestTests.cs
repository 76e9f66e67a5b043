using System.Text;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Invalid HTTP, which gets a 4xx (or a 501 or 505 of HTTP itself) while the server goes on serving.</summary>
public sealed class RawRequestTests(SharedHost host)
{
    private const string Host = "Host: localhost\r\n";

    public static TheoryData<string, string> Requests => new()
    {
        { "no HTTP at all", "hello\r\n\r\n" },
        { "a TLS greeting", "\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03\r\n\r\n" },
        { "no version", $"GET /prod/media\r\n{Host}\r\n" },
        { "an unknown version", $"GET /prod/media HTTP/9.9\r\n{Host}\r\n" },
        { "two spaces in the request line", $"GET  /prod/media HTTP/1.1\r\n{Host}\r\n" },
        { "a NUL in the path", $"GET /prod/me\0dia HTTP/1.1\r\n{Host}\r\n" },
        { "an encoded NUL in the path", $"GET /prod/media%00 HTTP/1.1\r\n{Host}\r\n" },
        { "a byte that is not ASCII in the path", $"GET /prod/m\u00E9dia HTTP/1.1\r\n{Host}\r\n" },
        { "a method with a bracket", $"GE(T /prod/media HTTP/1.1\r\n{Host}\r\n" },
        { "no Host", "GET /prod/media HTTP/1.1\r\n\r\n" },
        { "two Hosts", $"GET /prod/media HTTP/1.1\r\n{Host}Host: example.com\r\n\r\n" },
        { "a Host with a space", "GET /prod/media HTTP/1.1\r\nHost: local host\r\n\r\n" },
        { "a field without a colon", $"GET /prod/media HTTP/1.1\r\n{Host}Broken\r\n\r\n" },
        { "a space before the colon", $"GET /prod/media HTTP/1.1\r\n{Host}Accept : a\r\n\r\n" },
        { "a folded field", $"GET /prod/media HTTP/1.1\r\n{Host}Accept: a\r\n b\r\n\r\n" },
        { "a NUL in a field", $"GET /prod/media HTTP/1.1\r\n{Host}Accept: a\0b\r\n\r\n" },
        { "a carriage return in a field", $"GET /prod/media HTTP/1.1\r\n{Host}Accept: a\rb\r\n\r\n" },
        { "a Content-Length that is no number", $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Content-Length: many\r\n\r\n" },
        { "a negative Content-Length", $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Content-Length: -1\r\n\r\n" },
        { "two Content-Lengths", $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}" },
        { "a Content-Length beyond 64 bits", $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Content-Length: 99999999999999999999\r\n\r\n" },
        { "a transfer encoding that is not chunked", $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Transfer-Encoding: gzip\r\n\r\n" },
        { "a chunk size that is no number",
            $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n" },
        { "a chunk longer than it says",
            $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n1\r\n{{}}\r\n0\r\n\r\n" },
        { "a chunk size beyond 64 bits",
            $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" },
        { "a negative chunk size", $"POST /prod/auth/signin HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n-2\r\n{{}}\r\n0\r\n\r\n" },
        { "a request line of 11,000 bytes", $"GET /prod/media?x={new string('x', 11_000)} HTTP/1.1\r\n{Host}\r\n" },
        { "a request line of 300,000 bytes", $"GET /prod/media?x={new string('x', 300_000)} HTTP/1.1\r\n{Host}\r\n" },
        { "a path of 300,000 bytes", $"GET /prod/{new string('x', 300_000)} HTTP/1.1\r\n{Host}\r\n" },
        { "a field of 300,000 bytes", $"GET /prod/media HTTP/1.1\r\n{Host}X-Large: {new string('x', 300_000)}\r\n\r\n" },
        { "2,000 fields",
            $"GET /prod/media HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(0, 2_000).Select(i => $"X-{i}: a\r\n"))}\r\n" },
        { "a method of 10,000 letters", $"{new string('A', 10_000)} /prod/media HTTP/1.1\r\n{Host}\r\n" },
        { "CONNECT", "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n" },
        { "an asterisk for a path", $"GET * HTTP/1.1\r\n{Host}\r\n" },
    };

    public static TheoryData<string> OddlySpelledMethods => ["get", "Get", "post", "OPTION", "GET_"];

    /// <summary>Unusual spellings of a protected path, which lead to that route or to none.</summary>
    public static TheoryData<string> Detours =>
    [
        "/prod/media/../user/favourites", "/prod/./user/favourites", "/prod/user/x/../favourites", "/prod/%75ser/favourites",
        "/prod/user/favourite%73", "/x/../prod/user/favourites", "/prod/user/%2e/favourites", "/prod/media/%2e%2e/user/favourites",
        "/prod//user/favourites", "/prod/user/favourites/", "/prod/user/favourites;x", "/prod/user%2ffavourites", "//prod/user/favourites",
        "http://localhost/prod/user/favourites",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Connection_WithImproperHttp_IsRefusedAndTheServerGoesOn(string what, string request)
    {
        var (status, _) = await RawConnection.SendAsync(host.Address, Encoding.Latin1.GetBytes(request));
        (status is (>= 400 and < 500) or 501 or 505).ShouldBeTrue($"{what}: {status}");
        await StillServesAsync();
    }

    /// <summary>Compares methods by case (RFC 9110, section 9.1); needs raw bytes, because HTTP clients correct common methods.</summary>
    [Theory]
    [MemberData(nameof(OddlySpelledMethods))]
    public async Task Method_InAnotherCase_IsNotFound(string method)
    {
        var (status, body) =
            await RawConnection.SendAsync(host.Address, Encoding.Latin1.GetBytes($"{method} /prod/media HTTP/1.1\r\n{Host}\r\n"));
        status.ShouldBe(404);
        body.ShouldContain("\"code\":\"NotFound\"");
    }

    [Theory]
    [MemberData(nameof(Detours))]
    public async Task Path_SpelledOddly_NeverGetsPastTheAuthorizer(string path)
    {
        var (status, body) = await RawConnection.SendAsync(host.Address, Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\n{Host}\r\n"));
        (status is 401 or 404 or 400).ShouldBeTrue($"{status} {body}");
    }

    [Theory]
    [InlineData("POST /prod/auth/signin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"email\":")]
    [InlineData("POST /prod/auth/signin HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ema")]
    [InlineData("POST /prod/auth/signin HTTP/1.1\r\nHost: loc")]
    public async Task Connection_ThatHangsUpInTheMiddle_DoesNoHarm(string beginning)
    {
        using (var socket = new System.Net.Sockets.TcpClient())
        {
            await socket.ConnectAsync("127.0.0.1", new Uri(host.Address).Port);
            await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(beginning));
        }

        await StillServesAsync();
    }

    [Theory]
    [InlineData("Authorization: Bearer \u00FF\u00FE\r\n")]
    [InlineData("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n")]
    [InlineData("Authorization:\r\n")]
    [InlineData("Authorization: \t Bearer \t \r\n")]
    public async Task ProtectedRoute_WithAnOddAuthorizationField_IsRefused(string field)
    {
        var request = $"GET /prod/user/favourites HTTP/1.1\r\n{Host}{field}\r\n";
        var (status, body) = await RawConnection.SendAsync(host.Address, Encoding.Latin1.GetBytes(request));
        (status is 401 or 400).ShouldBeTrue($"{status} {body}");
        await StillServesAsync();
    }

    /// <summary>Handles any origin, because gateway errors copy it into a response header where some characters are invalid.</summary>
    [Theory]
    [InlineData("/prod/nothing", 404, "http://\u00C3\u00A9.example.com")]
    [InlineData("/prod/nothing", 404, "http://\u00F0\u009F\u008E\u00AC.example.com")]
    [InlineData("/prod/nothing", 404, "http://a\u0001.example.com")]
    [InlineData("/prod/nothing", 404, "http://a\u007F.example.com")]
    [InlineData("/prod/user/favourites", 401, "\u00C3\u00A9")]
    [InlineData("/prod/media?limit=0", 400, "\u00C3\u00A9")]
    [InlineData("/prod/nothing", 404, "null")]
    [InlineData("/prod/nothing", 404, "http://a\"<script>")]
    public async Task Error_ToAnOddOrigin_IsTheContractsAnswer(string path, int expected, string origin)
    {
        var (status, body) = await RawConnection.SendAsync(
            host.Address, Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\n{Host}Origin: {origin}\r\n\r\n"));
        status.ShouldBe(expected);
        body.ShouldContain("\"requestId\":");
    }

    private async Task StillServesAsync()
    {
        using var client = new ApiClient(host.Address);
        (await client.GetAsync("/media?limit=1")).Status.ShouldBe(200);
    }
}
