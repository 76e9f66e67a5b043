namespace MovieRec.Sqlite.UserPool;

/// <summary>What the host decides of its user pool.</summary>
public sealed record LocalUserPoolOptions
{
    /// <summary>The <c>iss</c> of tokens: an address that ends in the pool's id and serves the keys below it, such as
    /// <c>http://localhost:8080/local_AbC123xyz</c>.</summary>
    public required string Issuer { get; init; }

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 that OWASP's Password Storage Cheat Sheet asks for.</summary>
    public const int RecommendedIterations = 210_000;

    /// <summary>Rounds of PBKDF2 for passwords and codes. Passwords of fewer rounds are hashed again at the next sign-in.</summary>
    public int HashIterations { get; init; } = RecommendedIterations;
}
