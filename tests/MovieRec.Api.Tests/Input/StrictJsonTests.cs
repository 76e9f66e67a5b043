using System.Text;
using MovieRec.Api.Input;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Tests.Input;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":1,"b":{"a":2},"c":[{"a":1},{"a":1}]}""")]
    [InlineData("""{"title":"🎬 \ud83c\udfac"}""")]
    [InlineData("  { \"a\" : null }\n")]
    public void ReadObject_AnObject_IsRead(string body) => StrictJson.ReadObject(Encoding.UTF8.GetBytes(body)).Failure.ShouldBeNull();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("[]", "JSON object")]
    [InlineData("null", "JSON object")]
    [InlineData("\"text\"", "JSON object")]
    [InlineData("{\"a\":1", "not valid JSON")]
    [InlineData("{\"a\":1}{}", "not valid JSON")]
    [InlineData("{\"a\":1,}", "not valid JSON")]
    [InlineData("{/*c*/\"a\":1}", "not valid JSON")]
    [InlineData("{\"a\":NaN}", "not valid JSON")]
    [InlineData("{\"a\":1,\"a\":2}", "twice")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "twice")]
    [InlineData("{\"b\":[{\"a\":1,\"a\":2}]}", "twice")]
    [InlineData("{\"a\":\"\\ud800\"}", "not valid Unicode")]
    [InlineData("{\"\\udc00\":1}", "not valid Unicode")]
    [InlineData("\uFEFF{}", "not valid JSON")]
    public void ReadObject_AnythingElse_IsInvalidJson(string body, string says)
    {
        var failure = StrictJson.ReadObject(Encoding.UTF8.GetBytes(body)).Failure.ShouldNotBeNull();
        failure.Code.ShouldBe(FailureCode.InvalidJson);
        failure.Message.ShouldContain(says);
    }

    /// <summary>Rejects what API Gateway makes of broken UTF-8, as broken UTF-8 is rejected without API Gateway.</summary>
    [Fact]
    public void ReadObject_ReplacementCharacter_IsInvalidJson()
    {
        StrictJson.ReadObject("{\"a\":\"\uFFFD\"}"u8.ToArray()).Succeeded(out _, out var failure).ShouldBeFalse();
        failure!.Code.ShouldBe(FailureCode.InvalidJson);
        failure.Message.ShouldBe("The body must be UTF-8.");
    }

    [Fact]
    public void ReadObject_BrokenUtf8_IsInvalidJson() =>
        StrictJson.ReadObject(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' })
            .Failure!.Message.ShouldContain("UTF-8");

    [Theory]
    [InlineData(StrictJson.MaxDepth, true)]
    [InlineData(StrictJson.MaxDepth + 1, false)]
    public void ReadObject_Depth_IsBounded(int depth, bool fits)
    {
        var body = string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);
        (StrictJson.ReadObject(Encoding.UTF8.GetBytes(body)).Failure is null).ShouldBe(fits);
    }
}
