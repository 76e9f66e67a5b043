using System.Text;
using MovieRec.LocalHost.Packaged.Gateway;

namespace MovieRec.LocalHost.Tests.Packaged.Gateway;

public sealed class ProxyResultTests
{
    [Fact]
    public void Answer_AsTheFunctionsWriteIt_IsRead()
    {
        var response = ProxyResult.Read(Encoding.UTF8.GetBytes(
            """{"statusCode":201,"multiValueHeaders":{"Content-Type":["application/json"],"Vary":["Origin","Accept"]},"body":"{\"é\":1}","isBase64Encoded":false}"""))!;
        response.Status.ShouldBe(201);
        Encoding.UTF8.GetString(response.Body.Span).ShouldBe("""{"é":1}""");
        response.Headers.ShouldBe([new("Vary", "Origin"), new("Vary", "Accept")]);
    }

    [Fact]
    public void Answer_WithSingleHeadersAndBase64_IsRead()
    {
        var response = ProxyResult.Read("""{"statusCode":200,"headers":{"X-A":"a","X-B":7},"body":"AAH/","isBase64Encoded":true}"""u8.ToArray())!;
        response.Body.ToArray().ShouldBe([0, 1, 255]);
        response.Headers.ShouldBe([new("X-A", "a"), new("X-B", "7")]);
    }

    [Fact]
    public void Answer_WithoutABody_IsEmpty() => ProxyResult.Read("""{"statusCode":304,"body":null}"""u8.ToArray())!.Body.Length.ShouldBe(0);

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"statusCode":"200"}""")]
    [InlineData("""{"statusCode":99}""")]
    [InlineData("""{"statusCode":200,"body":{}}""")]
    [InlineData("""{"statusCode":200,"body":"no base64!","isBase64Encoded":true}""")]
    [InlineData("""{"statusCode":200,"body":"","isBase64Encoded":"yes"}""")]
    [InlineData("""{"statusCode":200,"headers":[]}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"X":"not a list"}}""")]
    public void Answer_ThatIsNone_IsNull(string json) => ProxyResult.Read(Encoding.UTF8.GetBytes(json)).ShouldBeNull();
}
