using System.Text;
using System.Text.Json.Nodes;
using MovieRec.Api.Http;
using MovieRec.Lambda.Gateway;

namespace MovieRec.Lambda.Tests.Gateway;

public sealed class EventReaderTests
{
    [Fact]
    public void Event_AsTheGatewayWritesIt_IsTheRequest()
    {
        var request = Read(ProxyEvents.Get());
        request.Method.ShouldBe("GET");
        request.Path.ShouldBe("/user/favourites");
        request.RequestId.ShouldBe("gateway-1");
        request.Query.ShouldBeEmpty();
        request.Body.Length.ShouldBe(0);
        request.Headers["AUTHORIZATION"].ShouldBe("Bearer a.b.c");
        request.Headers["Origin"].ShouldBe("http://localhost:3000");
    }

    [Fact]
    public void Event_WithNullsEverywhere_IsARequestWithoutThem()
    {
        var request = Read(ProxyEvents.Get(proxied =>
        {
            proxied["headers"] = null;
            proxied["multiValueHeaders"] = null;
            proxied["requestContext"]!["requestId"] = null;
        }));
        request.Headers.ShouldBeEmpty();
        request.Query.ShouldBeEmpty();
        request.RequestId.ShouldBe("lambda-1");
    }

    [Fact]
    public void Header_GivenSeveralTimes_CountsAsItsLast()
    {
        var request =
            Read(ProxyEvents.Get(proxied => proxied["multiValueHeaders"] = new JsonObject { ["x-a"] = new JsonArray("one", "two") }));
        request.Headers["X-A"].ShouldBe("two");
    }

    [Fact]
    public void Headers_WithSingleValuesAlone_AreRead()
    {
        var request = Read(ProxyEvents.Get(proxied => proxied.Remove("multiValueHeaders")));
        request.Headers["authorization"].ShouldBe("Bearer a.b.c");
    }

    [Theory]
    [InlineData("""{"limit":["5","7"],"empty":[""],"none":null}""", null)]
    [InlineData(null, """{"limit":"7","empty":"","none":null}""")]
    [InlineData("""{"limit":["7"],"empty":[""],"odd":[[1],{},3]}""", """{"limit":"5"}""")]
    public void Query_OfAnyForm_CountsAsItsLastValues(string? several, string? one)
    {
        var request = Read(ProxyEvents.Get(proxied =>
        {
            proxied["multiValueQueryStringParameters"] = several is null ? null : JsonNode.Parse(several);
            proxied["queryStringParameters"] = one is null ? null : JsonNode.Parse(one);
        }));
        request.Query.ShouldBe(new Dictionary<string, string> { ["limit"] = "7", ["empty"] = "" }, ignoreOrder: true);
    }

    [Fact]
    public void Query_DecodedByTheGateway_IsNotDecodedAgain()
    {
        var request = Read(ProxyEvents.Get(proxied =>
            proxied["multiValueQueryStringParameters"] = new JsonObject { ["q"] = new JsonArray("100%25 a+b Amélie") }));
        request.Query["q"].ShouldBe("100%25 a+b Amélie");
    }

    [Fact]
    public void Query_NamesByCase_StayApart() =>
        Read(ProxyEvents.Get(
            proxied => proxied["queryStringParameters"] = new JsonObject { ["Q"] = "1", ["q"] = "2" })).Query.Count.ShouldBe(2);

    [Theory]
    [InlineData("{\"a\":\"b\\n\"}")]
    [InlineData("Amélie \U0001F3AC")]
    [InlineData("")]
    public void Body_AsText_IsItsUtf8(string body) =>
        Encoding.UTF8.GetString(Read(ProxyEvents.Get(proxied => proxied["body"] = body)).Body.Span).ShouldBe(body);

    [Theory]
    [InlineData("isBase64Encoded", "body")]
    [InlineData("body", "isBase64Encoded")]
    public void Body_InBase64_IsItsBytesWhicheverComesFirst(string first, string second)
    {
        byte[] bytes = [0, 1, 2, 250, 255];
        var values = new Dictionary<string, JsonNode> { ["isBase64Encoded"] = true, ["body"] = Convert.ToBase64String(bytes) };
        var request = Read(ProxyEvents.Get(proxied =>
        {
            proxied.Remove("body");
            proxied.Remove("isBase64Encoded");
            proxied[first] = values[first];
            proxied[second] = values[second];
        }));
        request.Body.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public void Body_SaidToBeBase64AndIsNot_IsRefused() => Should.Throw<InvalidEventException>(() => Read(ProxyEvents.Get(proxied =>
    {
        proxied["isBase64Encoded"] = true;
        proxied["body"] = "no base64!";
    })));

    [Fact]
    public void Text_ThatIsNoUnicode_BecomesTheReplacementCharacter()
    {
        var json = ProxyEvents.Get(proxied =>
        {
            proxied["body"] = "BODY";
            proxied["queryStringParameters"] = new JsonObject { ["q"] = "QUERY" };
        }).Replace("BODY", "a\\ud83d", StringComparison.Ordinal).Replace("QUERY", "\\udc00", StringComparison.Ordinal);
        var request = Read(json);
        Encoding.UTF8.GetString(request.Body.Span).ShouldBe("\uFFFD");
        request.Query["q"].ShouldBe("\uFFFD");
    }

    [Theory]
    [InlineData("/user/favourites", "/user/favourites", "/user/favourites", "/user/favourites")]
    [InlineData("/user/favourites", null, "/v1/user/favourites", "/user/favourites")] // a domain with a base path
    [InlineData(null, "/user/favourites", "/prod/user/favourites", "/user/favourites")]
    [InlineData("/{proxy+}", "/{proxy+}", "/user/watchlist", "/user/watchlist")]
    [InlineData("/{proxy+}", null, "/prod/user/watchlist", "/user/watchlist")]
    [InlineData(null, null, "/prod/media", "/media")]
    [InlineData(null, null, "/product/media", "/product/media")]
    public void Path_WhateverStandsBeforeIt_IsThatBelowTheStage(string? resourcePath, string? resource, string path, string expected) =>
        Read(ProxyEvents.Get(proxied =>
        {
            proxied["requestContext"]!["resourcePath"] = resourcePath;
            proxied["resource"] = resource;
            proxied["path"] = path;
        })).Path.ShouldBe(expected);

    [Fact]
    public void AuthorizerClaims_AreNotInTheRequest()
    {
        var request = Read(ProxyEvents.Get());
        request.ToString().ShouldNotContain("another-user");
        request.Headers.Values.Concat(request.Query.Values).ShouldNotContain("another-user");
    }

    [Theory]
    [InlineData("requestContext", "3")]
    [InlineData("httpMethod", "{\"a\":[1]}")]
    [InlineData("httpMethod", "null")]
    public void Event_WithAMemberOfAnotherType_IsRefused(string name, string value) =>
        Should.Throw<InvalidEventException>(() => Read(ProxyEvents.Get(proxied => proxied[name] = JsonNode.Parse(value))));

    [Theory]
    [InlineData("headers", "[1]")]
    [InlineData("isBase64Encoded", "{\"resource\":\"/other\"}")]
    [InlineData("body", "{\"httpMethod\":\"DELETE\"}")]
    [InlineData("stageVariables", "{\"httpMethod\":\"DELETE\",\"deep\":[[{}]]}")]
    public void Member_OfAnotherType_IsPassedOver(string name, string value)
    {
        var request = Read(ProxyEvents.Get(proxied => proxied[name] = JsonNode.Parse(value)));
        request.Method.ShouldBe("GET");
        request.Path.ShouldBe("/user/favourites");
        request.Body.Length.ShouldBe(0);
    }

    private static ApiRequest Read(string json) =>
        EventReader.Read(Encoding.UTF8.GetBytes(json), "lambda-1").ShouldBeOfType<LambdaEvent.Proxied>().Request;
}
