namespace MovieRec.Jwt.Keys;

/// <summary>Where the public keys of an issuer come from.</summary>
public interface IKeySource
{
    /// <summary>The key of a <c>kid</c>. Completes at once for a key that is known; may fetch for one that is not.</summary>
    /// <param name="kid">The key id of a token's header (RFC 7515, section 4.1.4); not empty.</param>
    /// <param name="cancellationToken">Ends this caller's wait, not a fetch that others wait for too.</param>
    /// <returns>The key, or why there is none: unknown, of a kind that is not allowed, or not to be had now.</returns>
    ValueTask<KeyLookup> FindAsync(string kid, CancellationToken cancellationToken);
}
