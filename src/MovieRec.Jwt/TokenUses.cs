namespace MovieRec.Jwt;

/// <summary>Cognito's <c>token_use</c>: the purpose of a token.</summary>
[Flags]
public enum TokenUses
{
    /// <summary>Nothing; not accepted as a setting.</summary>
    None = 0,

    /// <summary>An access token: <c>token_use</c> is <c>access</c>, the client is in <c>client_id</c>.</summary>
    Access = 1,

    /// <summary>An ID token: <c>token_use</c> is <c>id</c>, the client is in <c>aud</c>.</summary>
    /// <remarks>It says who signed in and grants nothing.</remarks>
    /// <remarks>It says who signed in and grants nothing.</remarks>
    Id = 2,

    /// <summary>Either, for code that checks <see cref="VerifiedToken.TokenUse"/> itself.</summary>
    AccessOrId = Access | Id,
}
