using System.Text;
using System.Text.Json.Nodes;
using MovieRec.Api.Http;
using MovieRec.Lambda.Gateway;

namespace MovieRec.Lambda.Tests.Gateway;

public sealed class ProxyResponseTests
{
    [Fact]
    public void Answer_OfAFunction_IsThatOfAProxyIntegration() => Text(new ApiResponse(
        200, "{\"a\":\"Amélie\"}"u8.ToArray(), new("Cache-Control", "no-store"), new("Vary", "Origin"))).ShouldBe(
        """{"statusCode":200,"multiValueHeaders":{"Content-Type":["application/json; charset=utf-8"],"Cache-Control":["no-store"],"Vary":["Origin"]},"body":"{\"a\":\"Amélie\"}","isBase64Encoded":false}""");

    [Fact]
    public void Field_GivenTwice_IsThereTwice()
    {
        var response = JsonNode.Parse(Text(new ApiResponse(200, "{}"u8.ToArray(), new("Vary", "Origin"), new("vary", "Accept"))))!;
        response["multiValueHeaders"]!["Vary"]!.ToJsonString().ShouldBe("""["Origin","Accept"]""");
    }

    [Fact]
    public void NotModified_HasNeitherBodyNorType()
    {
        var response = JsonNode.Parse(Text(new ApiResponse(304, default, new KeyValuePair<string, string>("ETag", "\"1\""))))!;
        response["statusCode"]!.GetValue<int>().ShouldBe(304);
        response["body"]!.GetValue<string>().ShouldBeEmpty();
        response["multiValueHeaders"]!.AsObject().Select(field => field.Key).ShouldBe(["ETag"]);
    }

    [Fact]
    public void Body_BeyondTheBasicPlane_ReadsBackAsItWas()
    {
        const string Body = "{\"t\":\"\U0001F3AC \\u0000 <&> é\"}";
        JsonNode.Parse(Text(new ApiResponse(200, Encoding.UTF8.GetBytes(Body))))!["body"]!.GetValue<string>().ShouldBe(Body);
    }

    private static string Text(ApiResponse response) => Encoding.UTF8.GetString(ProxyResponse.Write(response).Span);
}
