namespace MovieRec.Sqlite.UserPool;

/// <summary>Settings of the local user pool.</summary>
public sealed record LocalUserPoolOptions
{
    /// <summary>The <c>iss</c> of tokens, such as <c>http://localhost:8080/local_AbC123xyz</c>.</summary>
    /// <remarks>It is an address that ends in the pool's id and serves the keys below it.</remarks>
    public required string Issuer { get; init; }

    /// <summary>Iterations of PBKDF2 with HMAC-SHA-512 that OWASP's Password Storage Cheat Sheet recommends.</summary>
    public const int RecommendedIterations = 210_000;

    /// <summary>Iterations of PBKDF2 for passwords and codes; passwords with fewer are hashed again at the next sign-in.</summary>
    public int HashIterations { get; init; } = RecommendedIterations;
}
