namespace MovieRec.Api.Auth;

/// <summary>What a sign-in yields. Tokens are JWTs, but for the refresh token, which is opaque.</summary>
/// <param name="ExpiresIn">Seconds until access and ID token expire.</param>
public sealed record IssuedTokens(string AccessToken, string IdToken, string RefreshToken, int ExpiresIn);

/// <summary>Tokens that a refresh yields.</summary>
/// <param name="ExpiresIn">Seconds until access and ID token expire.</param>
/// <param name="RefreshToken">The one to use from now on, if the pool rotates them; null if the one that was used stays in force.</param>
public sealed record RefreshedTokens(string AccessToken, string IdToken, int ExpiresIn, string? RefreshToken = null);
