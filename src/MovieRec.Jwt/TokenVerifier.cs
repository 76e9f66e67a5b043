using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Parsing;
using MovieRec.Jwt.Rules;
using MovieRec.Jwt.Signatures;

namespace MovieRec.Jwt;

/// <summary>Verifies tokens of an Amazon Cognito user pool; thread-safe, so create one and keep it.</summary>
/// <remarks>A token is a JWS (RFC 7515) of JWT claims (RFC 7519), signed RS256; the rules follow RFC 8725.</remarks>
/// <example>
/// <code>
/// var pool = CognitoPool.FromId("eu-west-1_AbC123xyz", "USER_POOL_ID");
/// var verifier = new TokenVerifier(
///     new TokenVerifierOptions
///     {
///         Issuer = pool.Issuer,
///         TokenUse = TokenUses.Access,
///         ClientIds = ClientIds.AnyOf("4qh1example"),
///         Scopes = Scopes.NotChecked,
///     },
///     new JwksKeySource(pool.JwksAddress, clock),
///     clock);
/// var result = await verifier.VerifyAsync(bearerToken, cancellationToken);
/// if (!result.Succeeded(out var token, out var failure))
///     return failure.KeysUnavailable ? 503 : 401;
/// </code>
/// </example>
public sealed class TokenVerifier
{
    /// <summary>Maximum length of a token in characters (in base64url the same as bytes): 16 KiB.</summary>
    public const int MaxTokenLength = 16 * 1024;

    private readonly IKeySource _keys;
    private readonly TimeProvider _clock;
    private readonly ClaimRules _rules;
    private readonly SignatureCache _verified;

    /// <param name="options">The rules for accepting a token.</param>
    /// <param name="keys">The issuer's keys.</param>
    /// <param name="clock">The current time, for <c>exp</c>, <c>nbf</c> and <c>iat</c>.</param>
    /// <exception cref="ArgumentException">An option would check nothing or is out of range; the message names it.</exception>
    public TokenVerifier(TokenVerifierOptions options, IKeySource keys, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        options.Check();
        _keys = keys;
        _clock = clock;
        _rules = new ClaimRules(options);
        _verified = new SignatureCache(options.SignatureCacheCapacity);
    }

    /// <summary>Number of tokens in the signature cache.</summary>
    internal int CachedSignatures => _verified.Count;

    /// <summary>Verifies a token; bad tokens and unavailable keys are results, not exceptions.</summary>
    /// <param name="token">The token without <c>Bearer</c>; null and empty are failures like others.</param>
    /// <param name="cancellationToken">Ends the wait for keys; nothing else here waits.</param>
    /// <returns>The verified token, or the first rule that it breaks.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for keys.</exception>
    public async ValueTask<VerificationResult> VerifyAsync(string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
            return new VerificationResult(new TokenFailure(FailureReason.TokenMissing, "a token", "none"));
        if (token.Length > MaxTokenLength)
        {
            return new VerificationResult(
                new TokenFailure(FailureReason.TokenTooLong, $"at most {MaxTokenLength} characters", $"{token.Length}"));
        }

        var digest = _verified.IsOn ? TokenDigest.Compute(token) : default;
        var known = _verified.IsOn ? _verified.Find(digest) : null;
        var parsed = known?.Token;
        if (parsed is null && !TokenParser.TryParse(token, out parsed, out var malformed))
            return new VerificationResult(malformed);
        // Before the key is looked up: another issuer's token must not cause a fetch of keys.
        if (_rules.CheckIssuer(parsed) is { } foreign)
            return new VerificationResult(foreign);

        var lookup = await _keys.FindAsync(parsed.Kid, cancellationToken);
        if (CheckSignature(parsed, digest, known?.Key, lookup) is { } unsigned)
            return new VerificationResult(unsigned);
        if (_rules.Check(parsed, _clock.GetUtcNow(), out var clientId) is { } broken)
        {
            // An expired token never becomes valid again, so it need not stay in the cache.
            if (broken.Reason is FailureReason.Expired)
                _verified.Remove(digest);
            return new VerificationResult(broken);
        }
        return new VerificationResult(new VerifiedToken(parsed, clientId));
    }

    /// <summary>Checks the signature; skips it only if the current key is the one that verified this token before.</summary>
    private TokenFailure? CheckSignature(ParsedToken token, TokenDigest digest, VerificationKey? verifiedBy, KeyLookup lookup)
    {
        var hasKey = lookup.Found(out var key, out var noKey);
        if (hasKey && ReferenceEquals(key, verifiedBy))
            return null;
        if (verifiedBy is not null)
            _verified.Remove(digest);
        if (!hasKey)
            return noKey;
        if (!token.IsSignedBy(key!))
            return new TokenFailure(FailureReason.SignatureInvalid, $"a signature by key {TokenFailure.Quote(token.Kid)}", "another");
        if (_verified.IsOn)
            _verified.Add(digest, token, key!);
        return null;
    }
}
