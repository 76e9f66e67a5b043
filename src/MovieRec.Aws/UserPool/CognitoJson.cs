using System.Text.Json.Serialization;

namespace MovieRec.Aws.UserPool;

// The used parts of Cognito's operations. They are classes, not records, whose ToString would print their content, such as passwords.

internal sealed class SignUpRequest
{
    public required string ClientId { get; init; }

    public string? SecretHash { get; init; }

    public required string Username { get; init; }

    public required string Password { get; init; }

    public required IReadOnlyList<UserAttribute> UserAttributes { get; init; }
}

internal sealed class UserAttribute
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}

internal sealed class CodeRequest
{
    public required string ClientId { get; init; }

    public string? SecretHash { get; init; }

    public required string Username { get; init; }

    public string? ConfirmationCode { get; init; }
}

internal sealed class AuthRequest
{
    public required string ClientId { get; init; }

    public required string AuthFlow { get; init; }

    public required Dictionary<string, string> AuthParameters { get; init; }
}

internal sealed class RefreshRequest
{
    public required string ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public required string RefreshToken { get; init; }
}

internal sealed class SignUpResponse
{
    public string? UserSub { get; init; }
}

internal sealed class AuthResponse
{
    public AuthenticationResult? AuthenticationResult { get; init; }
}

internal sealed class AuthenticationResult
{
    public string? AccessToken { get; init; }

    public string? IdToken { get; init; }

    public string? RefreshToken { get; init; }

    public int? ExpiresIn { get; init; }
}

internal sealed class EmptyResponse;

internal sealed class ErrorResponse
{
    [JsonPropertyName("__type")]
    public string? Type { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}

internal sealed class LifetimeClaims
{
    [JsonPropertyName("iat")]
    public long IssuedAt { get; init; }

    [JsonPropertyName("exp")]
    public long ExpiresAt { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SignUpRequest))]
[JsonSerializable(typeof(CodeRequest))]
[JsonSerializable(typeof(AuthRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(SignUpResponse))]
[JsonSerializable(typeof(AuthResponse))]
[JsonSerializable(typeof(EmptyResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(LifetimeClaims))]
internal sealed partial class CognitoJson : JsonSerializerContext;
