namespace MovieRec.Jwt;

/// <summary>
/// What a <see cref="TokenVerifier"/> accepts. Every check is a required member: one that is left out does not compile, and one
/// that is not wanted is spelled <c>NotChecked</c>.
/// </summary>
public sealed record TokenVerifierOptions
{
    /// <summary>The largest leeway taken; more would keep revoked and expired tokens alive.</summary>
    public static readonly TimeSpan MaxLeeway = TimeSpan.FromMinutes(5);

    /// <summary>The largest <see cref="SignatureCacheCapacity"/>.</summary>
    public const int MaxSignatureCacheCapacity = 65_536;

    /// <summary>What <c>iss</c> must equal, character by character (RFC 7519, section 4.1.1). See <see cref="CognitoPool.Issuer"/>.</summary>
    public required string Issuer { get; init; }

    /// <summary>The accepted <c>token_use</c>. An API takes <see cref="TokenUses.Access"/>.</summary>
    public required TokenUses TokenUse { get; init; }

    /// <summary>The accepted <c>client_id</c> of access tokens, and <c>aud</c> of ID tokens.</summary>
    public required ClientIds ClientIds { get; init; }

    /// <summary>The scopes of which one is needed.</summary>
    public required Scopes Scopes { get; init; }

    /// <summary>How far the clocks of issuer and verifier may differ, for <c>exp</c>, <c>nbf</c> and <c>iat</c>: 0 to 5 minutes.</summary>
    public TimeSpan Leeway { get; init; } = TimeSpan.Zero;

    /// <summary>How many tokens' verified signatures are remembered, 0 (none) to 65,536. Claims and times are checked on every call.</summary>
    public int SignatureCacheCapacity { get; init; } = 256;

    /// <summary>Stops a start-up with settings that would check nothing.</summary>
    /// <exception cref="ArgumentException">With a sentence that names the member.</exception>
    internal void Check()
    {
        Demand(!string.IsNullOrWhiteSpace(Issuer), nameof(Issuer), "is empty: set it to the user pool's issuer");
        Demand(TokenUse is TokenUses.Access or TokenUses.Id or TokenUses.AccessOrId, nameof(TokenUse), "must be Access, Id or AccessOrId");
        Demand(ClientIds is not null, nameof(ClientIds), "is null: name the app clients, or say ClientIds.NotChecked");
        Demand(Scopes is not null, nameof(Scopes), "is null: name the scopes, or say Scopes.NotChecked");
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
