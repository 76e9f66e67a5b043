using System.Text;
using System.Text.Json.Nodes;
using MovieRec.TestKit.OpenApi;

namespace MovieRec.Api.Tests.Http;

/// <summary>Response check that all other tests rely on: it must find each kind of mistake.</summary>
public sealed class OpenApiContractTests
{
    private const string Tokens = """{"AccessToken":"a","IdToken":"i","RefreshToken":"r","ExpiresIn":3600,"TokenType":"Bearer","email":"e@example.org"}""";
    private const string Saved = """{"message":"m","userId":"u","timestamp":"2026-11-28T10:00:00.000Z"}""";
    private const string Refused = """{"error":"Because.","code":"NotFound","requestId":"r","details":{"field":"why"}}""";

    [Theory]
    [InlineData("/auth/signin", Tokens)]
    [InlineData("/auth/signup", """{"message":"m","userSub":"s"}""")]
    [InlineData("/auth/signup", """{"message":"m","email":"e@example.org"}""")]
    [InlineData("/user/preferences", Saved)]
    [InlineData("/nowhere", Refused)]
    public void Check_AsDescribed_FindsNothing(string path, string body) => Check(path, body).ShouldBeEmpty();

    [Theory]
    [InlineData("/auth/signin", Tokens, "IdToken", null)]
    [InlineData("/auth/signin", Tokens, "Other", "1")]
    [InlineData("/auth/signin", Tokens, "IdToken", "null")]
    [InlineData("/auth/signin", Tokens, "IdToken", "\"\"")]
    [InlineData("/auth/signin", Tokens, "IdToken", "[]")]
    [InlineData("/auth/signin", Tokens, "ExpiresIn", "\"3600\"")]
    [InlineData("/auth/signin", Tokens, "ExpiresIn", "1.5")]
    [InlineData("/auth/signin", Tokens, "ExpiresIn", "0")]
    [InlineData("/auth/signin", Tokens, "TokenType", "\"bearer\"")]
    [InlineData("/auth/signup", """{"message":"m","userSub":"s"}""", "message", null)]
    [InlineData("/auth/signup", """{"message":"m","userSub":"s"}""", "email", "\"e\"")]
    [InlineData("/user/preferences", Saved, "timestamp", "\"2026-11-28\"")]
    [InlineData("/nowhere", Refused, "code", "\"Nonsense\"")]
    [InlineData("/nowhere", Refused, "details", """{"field":1}""")]
    public void Check_OneMistake_NamesIt(string path, string body, string field, string? value)
    {
        var mistaken = JsonNode.Parse(body)!.AsObject();
        mistaken.Remove(field);
        if (value is not null)
            mistaken[field] = JsonNode.Parse(value);

        string.Join('\n', Check(path, mistaken.ToJsonString())).ShouldContain(field);
    }

    private static IReadOnlyList<string> Check(string path, string body) =>
        OpenApiContract.Current.Check("POST", path, new ObservedResponse(
        path == "/nowhere" ? 404 : 200, Encoding.UTF8.GetBytes(body), new Dictionary<string, string>
        { ["Content-Type"] = "application/json; charset=utf-8", ["Vary"] = "Origin", ["ETag"] = "\"1\"" }));
}
