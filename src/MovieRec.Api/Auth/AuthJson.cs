using System.Text.Json.Serialization;

namespace MovieRec.Api.Auth;

/// <summary>Response body of a sign-in, in Cognito's spelling, which clients rely on.</summary>
public sealed record SigninBody(
    [property: JsonPropertyName("AccessToken")] string AccessToken,
    [property: JsonPropertyName("IdToken")] string IdToken,
    [property: JsonPropertyName("RefreshToken")] string RefreshToken,
    [property: JsonPropertyName("ExpiresIn")] int ExpiresIn,
    [property: JsonPropertyName("TokenType")] string TokenType,
    string Email);

public sealed record SignupBody(string Message, string UserSub);

public sealed record ConfirmedBody(string Message, string Email);

/// <summary>Response body of a refresh; contains a refresh token only if the pool rotates them.</summary>
public sealed record RefreshBody(
    string AccessToken,
    string IdToken,
    int ExpiresIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SigninBody))]
[JsonSerializable(typeof(SignupBody))]
[JsonSerializable(typeof(ConfirmedBody))]
[JsonSerializable(typeof(RefreshBody))]
public sealed partial class AuthJson : JsonSerializerContext;
