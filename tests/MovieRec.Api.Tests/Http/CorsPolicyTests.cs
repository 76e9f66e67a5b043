using MovieRec.Api.Http;

namespace MovieRec.Api.Tests.Http;

public sealed class CorsPolicyTests
{
    private static readonly CorsPolicy s_cors = CorsPolicy.Parse("https://films.example.com, http://localhost:3000");

    [Fact]
    public void FieldsFor_AnAllowedOrigin_EchoesItWithCredentials() => s_cors.FieldsFor("http://localhost:3000").ShouldBe(
    [
        new("Access-Control-Allow-Origin", "http://localhost:3000"),
        new("Access-Control-Allow-Credentials", "true"),
        new("Access-Control-Expose-Headers", "ETag"),
        new("Vary", "Origin"),
    ]);

    [Theory]
    [InlineData(null)]
    [InlineData("https://evil.example.com")]
    [InlineData("https://films.example.com.evil.com")]
    [InlineData("HTTPS://FILMS.EXAMPLE.COM")]
    [InlineData("null")]
    public void FieldsFor_AnyOtherOrigin_EchoesNothing(string? origin) => s_cors.FieldsFor(origin).ShouldBe([new("Vary", "Origin")]);

    [Fact]
    public void PreflightOrigin_AnUnlistedOrigin_IsTheFirstAllowed() =>
        s_cors.PreflightOrigin("https://evil.example.com").ShouldBe("https://films.example.com");

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("https://films.example.com/")]
    [InlineData("https://films.example.com/path")]
    [InlineData("films.example.com")]
    [InlineData("ftp://films.example.com")]
    public void Parse_NotAnOrigin_IsRefusedWithASentence(string origins) =>
        Should.Throw<FormatException>(() => CorsPolicy.Parse(origins)).Message.ShouldContain("origin");
}
