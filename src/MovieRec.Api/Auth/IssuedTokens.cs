namespace MovieRec.Api.Auth;

/// <summary>What a sign-in yields. Tokens are JWTs, but for the refresh token, which is opaque.</summary>
/// <param name="ExpiresIn">Seconds until access and ID token expire.</param>
public sealed record IssuedTokens(string AccessToken, string IdToken, string RefreshToken, int ExpiresIn);

/// <summary>What a refresh yields: the refresh token that was used stays in force.</summary>
/// <param name="ExpiresIn">Seconds until access and ID token expire.</param>
public sealed record RefreshedTokens(string AccessToken, string IdToken, int ExpiresIn);
