namespace MovieRec.Jwt;

/// <summary>Cognito's <c>token_use</c>: what a token was issued for.</summary>
[Flags]
public enum TokenUses
{
    /// <summary>Nothing; not accepted as a setting.</summary>
    None = 0,

    /// <summary>An access token: <c>token_use</c> is <c>access</c>, the client is in <c>client_id</c>.</summary>
    Access = 1,

    /// <summary>An ID token: <c>token_use</c> is <c>id</c>, the client is in <c>aud</c>. It says who signed in and grants nothing.</summary>
    Id = 2,

    /// <summary>Either, for a caller that looks at <see cref="VerifiedToken.TokenUse"/> itself.</summary>
    AccessOrId = Access | Id,
}
