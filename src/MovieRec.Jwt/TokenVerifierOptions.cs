namespace MovieRec.Jwt;

/// <summary>Rules for the tokens that a <see cref="TokenVerifier"/> accepts.</summary>
/// <remarks>
/// Every check is a required member: leaving one out does not compile, and a check that is not wanted is set to <c>NotChecked</c>.
/// </remarks>
public sealed record TokenVerifierOptions
{
    /// <summary>The largest leeway allowed; more would keep revoked and expired tokens alive.</summary>
    public static readonly TimeSpan MaxLeeway = TimeSpan.FromMinutes(5);

    /// <summary>The largest <see cref="SignatureCacheCapacity"/>.</summary>
    public const int MaxSignatureCacheCapacity = 65_536;

    /// <summary>The required <c>iss</c>, character by character (RFC 7519, section 4.1.1); see <see cref="CognitoPool.Issuer"/>.</summary>
    public required string Issuer { get; init; }

    /// <summary>The accepted <c>token_use</c>: <see cref="TokenUses.Access"/> for an API.</summary>
    public required TokenUses TokenUse { get; init; }

    /// <summary>The accepted <c>client_id</c> of access tokens, and <c>aud</c> of ID tokens.</summary>
    public required ClientIds ClientIds { get; init; }

    /// <summary>The scopes of which a token must have one.</summary>
    public required Scopes Scopes { get; init; }

    /// <summary>Allowed clock difference for <c>exp</c>, <c>nbf</c> and <c>iat</c>: 0 to 5 minutes.</summary>
    public TimeSpan Leeway { get; init; } = TimeSpan.Zero;

    /// <summary>Number of tokens whose verified signature is cached: 0 (none) to 65,536.</summary>
    /// <remarks>Claims and times are checked on every call.</remarks>
    public int SignatureCacheCapacity { get; init; } = 256;

    /// <summary>Rejects settings that would check nothing, so that the start-up fails.</summary>
    /// <exception cref="ArgumentException">A member is not valid; the message names it.</exception>
    internal void Check()
    {
        Demand(!string.IsNullOrWhiteSpace(Issuer), nameof(Issuer), "is empty: set it to the user pool's issuer");
        Demand(TokenUse is TokenUses.Access or TokenUses.Id or TokenUses.AccessOrId, nameof(TokenUse), "must be Access, Id or AccessOrId");
        Demand(ClientIds is not null, nameof(ClientIds), "is null: name the app clients, or use ClientIds.NotChecked");
        Demand(Scopes is not null, nameof(Scopes), "is null: name the scopes, or use Scopes.NotChecked");
        Demand(Leeway >= TimeSpan.Zero && Leeway <= MaxLeeway, nameof(Leeway), $"must be 0 to 5 minutes, and is {Leeway}");
        Demand(
            SignatureCacheCapacity is >= 0 and <= MaxSignatureCacheCapacity,
            nameof(SignatureCacheCapacity),
            $"must be 0 to {MaxSignatureCacheCapacity}, and is {SignatureCacheCapacity}");
    }

    private static void Demand(bool holds, string member, string otherwise)
    {
        if (!holds)
            throw new ArgumentException($"{nameof(TokenVerifierOptions)}.{member} {otherwise}.", member);
    }
}
