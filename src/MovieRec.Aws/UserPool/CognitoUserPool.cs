using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MovieRec.Api.Auth;
using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.UserPool;

/// <summary>Accounts of a Cognito user pool; emails are sent in lower case, since usernames may be case-sensitive.</summary>
/// <param name="http">From <see cref="CognitoHttp.CreateClient"/>; the caller disposes of it.</param>
/// <param name="settings">The app client.</param>
/// <param name="clock">Times deadlines.</param>
public sealed class CognitoUserPool(HttpClient http, CognitoClientSettings settings, TimeProvider clock) : IUserPool
{
    private readonly CognitoClient _cognito = new(http, settings.Endpoint, clock);

    public async Task<Outcome<string>> SignUpAsync(string email, string password, CancellationToken cancellationToken)
    {
        var username = Username(email);
        var request = new SignUpRequest
        {
            ClientId = settings.ClientId,
            SecretHash = SecretHash(username),
            Username = username,
            Password = password,
            UserAttributes = [new UserAttribute { Name = "email", Value = username }],
        };
        var (response, error) = await _cognito.CallAsync(
            "SignUp", request, CognitoJson.Default.SignUpRequest, CognitoJson.Default.SignUpResponse, cancellationToken);
        return error is not null ? CognitoFailures.FromSignUp(error) : response?.UserSub ?? throw Incomplete("SignUp");
    }

    public async Task<Failure?> ConfirmSignUpAsync(string email, string code, CancellationToken cancellationToken) =>
        await CodeAsync("ConfirmSignUp", email, code, cancellationToken) is { } error ? CognitoFailures.FromConfirm(error) : null;

    public async Task<Failure?> ResendConfirmationCodeAsync(string email, CancellationToken cancellationToken) =>
        await CodeAsync("ResendConfirmationCode", email, null, cancellationToken) is { } error ? CognitoFailures.FromResend(error) : null;

    public async Task<Outcome<IssuedTokens>> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        var username = Username(email);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["USERNAME"] = username, ["PASSWORD"] = password };
        if (SecretHash(username) is { } hash)
            parameters["SECRET_HASH"] = hash;
        var (response, error) = await AuthAsync("USER_PASSWORD_AUTH", parameters, cancellationToken);
        if (error is not null)
            return CognitoFailures.FromSignIn(error);
        // Without a result Cognito requires another step, such as a second factor, that this service does not offer.
        if (response?.AuthenticationResult is not { } result)
            return CognitoFailures.WrongPassword;
        return result is { AccessToken: { } access, IdToken: { } id, RefreshToken: { } refresh }
            ? new IssuedTokens(access, id, refresh, ExpiresIn(result, access))
            : throw Incomplete("InitiateAuth");
    }

    public async Task<Outcome<RefreshedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (refreshToken.Length == 0)
            return CognitoFailures.InvalidRefreshToken;
        var (response, error) = settings.ClientSecret is null
            ? await AuthAsync("REFRESH_TOKEN_AUTH", new(StringComparer.Ordinal) { ["REFRESH_TOKEN"] = refreshToken }, cancellationToken)
            : default;
        // The flow is off in pools that rotate refresh tokens. With a secret it needs a hash of the username, which a refresh token does
        // not contain, while this operation takes the secret itself.
        if (settings.ClientSecret is not null || error is { Type: "InvalidParameterException" or "UnsupportedOperationException" })
            (response, error) = await GetTokensAsync(refreshToken, cancellationToken);
        if (error is not null)
            return CognitoFailures.FromRefresh(error);
        return response?.AuthenticationResult is { AccessToken: { } access, IdToken: { } id } result
            ? new RefreshedTokens(access, id, ExpiresIn(result, access), result.RefreshToken)
            : throw Incomplete("refresh");
    }

    private async Task<CognitoError?> CodeAsync(string operation, string email, string? code, CancellationToken cancellationToken)
    {
        var username = Username(email);
        var request = new CodeRequest
        {
            ClientId = settings.ClientId,
            SecretHash = SecretHash(username),
            Username = username,
            ConfirmationCode = code,
        };
        return (await _cognito.CallAsync(
            operation, request, CognitoJson.Default.CodeRequest, CognitoJson.Default.EmptyResponse, cancellationToken)).Error;
    }

    private Task<(AuthResponse? Response, CognitoError? Error)> AuthAsync(
        string flow, Dictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var request = new AuthRequest { ClientId = settings.ClientId, AuthFlow = flow, AuthParameters = parameters };
        return _cognito.CallAsync(
            "InitiateAuth", request, CognitoJson.Default.AuthRequest, CognitoJson.Default.AuthResponse, cancellationToken);
    }

    private Task<(AuthResponse? Response, CognitoError? Error)> GetTokensAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var request =
            new RefreshRequest { ClientId = settings.ClientId, ClientSecret = settings.ClientSecret, RefreshToken = refreshToken };
        return _cognito.CallAsync(
            "GetTokensFromRefreshToken", request, CognitoJson.Default.RefreshRequest, CognitoJson.Default.AuthResponse, cancellationToken);
    }

    private static string Username(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Returns the secret hash: HMAC-SHA256 of username and client id under the client's secret, in Base64.</summary>
    private string? SecretHash(string username) => settings.ClientSecret is { } secret
        ? Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(username + settings.ClientId)))
        : null;

    /// <summary>Returns the tokens' validity in seconds; if the response lacks it, as an emulator's does, from the token's
    /// claims.</summary>
    private static int ExpiresIn(AuthenticationResult result, string accessToken)
    {
        if (result.ExpiresIn is { } seconds)
            return seconds;
        try
        {
            var claims =
                JsonSerializer.Deserialize(Base64Url.DecodeFromChars(accessToken.Split('.')[1]), CognitoJson.Default.LifetimeClaims);
            return claims is null ? throw Incomplete("InitiateAuth") : (int)(claims.ExpiresAt - claims.IssuedAt);
        }
        catch (Exception e) when (e is JsonException or FormatException or IndexOutOfRangeException)
        {
            throw Incomplete("InitiateAuth");
        }
    }

    private static UnavailableException Incomplete(string operation) =>
        new($"Cognito is unavailable: the response to {operation} is incomplete.");
}
