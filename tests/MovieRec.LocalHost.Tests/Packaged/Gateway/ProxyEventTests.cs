using System.Text;
using System.Text.Json;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Packaged.Gateway;

namespace MovieRec.LocalHost.Tests.Packaged.Gateway;

/// <summary>Event that the functions' reader expects (<c>EventReaderTests</c> of MovieRec.Lambda) and API Gateway documents.</summary>
public sealed class ProxyEventTests
{
    private static readonly ApiRequest s_request = new()
    {
        Method = "GET",
        Path = "/user/favourites",
        Route = Routes.Find("GET", "/user/favourites"),
        RequestId = "gateway-1",
    };

    [Fact]
    public void Event_OfARequest_HasTheMembersOfPayloadOne()
    {
        var proxied = GetEvent(s_request);
        proxied.EnumerateObject().Select(member => member.Name).ShouldBe(
        [
            "resource", "path", "httpMethod", "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters",
            "pathParameters", "stageVariables", "requestContext", "body", "isBase64Encoded",
        ]);
        proxied.GetProperty("resource").GetString().ShouldBe("/user/favourites");
        proxied.GetProperty("path").GetString().ShouldBe("/user/favourites");
        proxied.GetProperty("httpMethod").GetString().ShouldBe("GET");
        foreach (
            var absent in (string[])["headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters", "body"])
        {
            proxied.GetProperty(absent).ValueKind.ShouldBe(JsonValueKind.Null, absent);
        }
    }

    [Fact]
    public void Context_OfARequest_SaysWhereItCameThrough()
    {
        var context = GetEvent(s_request with { Headers = new Dictionary<string, string> { ["User-Agent"] = "curl" } })
            .GetProperty("requestContext");
        context.GetProperty("resourcePath").GetString().ShouldBe("/user/favourites");
        context.GetProperty("path").GetString().ShouldBe("/prod/user/favourites");
        context.GetProperty("stage").GetString().ShouldBe("prod");
        context.GetProperty("requestId").GetString().ShouldBe("gateway-1");
        context.GetProperty("identity").GetProperty("sourceIp").GetString().ShouldBe("127.0.0.1");
        context.GetProperty("identity").GetProperty("userAgent").GetString().ShouldBe("curl");
    }

    [Fact]
    public void Values_OfHeadersAndQuery_AreThereOnceAndInLists()
    {
        var proxied = GetEvent(s_request with
        {
            Headers = new Dictionary<string, string> { ["Origin"] = "http://localhost:3000" },
            Query = new Dictionary<string, string> { ["query"] = "100% Amélie", ["Query"] = "" },
        });
        proxied.GetProperty("headers").GetProperty("Origin").GetString().ShouldBe("http://localhost:3000");
        proxied.GetProperty("multiValueHeaders").GetProperty("Origin").GetRawText().ShouldBe("""["http://localhost:3000"]""");
        proxied.GetProperty("queryStringParameters").GetProperty("query").GetString().ShouldBe("100% Amélie");
        proxied.GetProperty("multiValueQueryStringParameters").GetProperty("Query").GetRawText().ShouldBe("""[""]""");
    }

    [Theory]
    [InlineData("{\"a\":\"b\\n\"}", "{\"a\":\"b\\n\"}")]
    [InlineData("Amélie \U0001F3AC", "Amélie \U0001F3AC")]
    public void Body_OfText_IsTheText(string body, string expected)
    {
        var proxied = GetEvent(s_request with { Body = Encoding.UTF8.GetBytes(body) });
        proxied.GetProperty("body").GetString().ShouldBe(expected);
        proxied.GetProperty("isBase64Encoded").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Body_ThatIsNoUtf8_IsTextAllTheSame() =>
        GetEvent(s_request with { Body = new byte[] { 0x61, 0xFF, 0x62 } }).GetProperty("body").GetString().ShouldBe("a\uFFFDb");

    [Fact]
    public void Claims_OfTheToken_AreThereAsText()
    {
        var payload = System.Buffers.Text.Base64Url.EncodeToString("""{"sub":"user-a","exp":17}"""u8);
        var claims =
            GetEvent(s_request with { Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer e30.{payload}.c2ln" } })
            .GetProperty("requestContext").GetProperty("authorizer").GetProperty("claims");
        claims.GetProperty("sub").GetString().ShouldBe("user-a");
        claims.GetProperty("exp").GetString().ShouldBe("17");
    }

    [Theory]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.!.c")]
    [InlineData("Bearer a.YQ.c")]
    [InlineData("Bearer a.W10.c")]
    public void Claims_OfWhatIsNoToken_AreNone(string authorization) =>
        GetEvent(s_request with { Headers = new Dictionary<string, string> { ["Authorization"] = authorization } })
            .GetProperty("requestContext").GetProperty("authorizer").GetProperty("claims").EnumerateObject().ShouldBeEmpty();

    [Fact]
    public void Authorizer_OfAPublicRoute_IsNotThere() =>
        GetEvent(s_request with { Path = "/media", Route = Routes.Find("GET", "/media") })
            .GetProperty("requestContext").TryGetProperty("authorizer", out _).ShouldBeFalse();

    private static JsonElement GetEvent(ApiRequest request) => JsonElement.Parse(ProxyEvent.Write(request).Span);
}
