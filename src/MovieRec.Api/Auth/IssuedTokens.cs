namespace MovieRec.Api.Auth;

/// <summary>Tokens of a sign-in: JWTs, except for the refresh token, which is opaque.</summary>
/// <param name="ExpiresIn">Seconds until access and ID token expire.</param>
public sealed record IssuedTokens(string AccessToken, string IdToken, string RefreshToken, int ExpiresIn);

/// <summary>Tokens of a refresh.</summary>
/// <param name="ExpiresIn">Seconds until access and ID token expire.</param>
/// <param name="RefreshToken">New refresh token if the pool rotates them; null if the used one stays valid.</param>
public sealed record RefreshedTokens(string AccessToken, string IdToken, int ExpiresIn, string? RefreshToken = null);
