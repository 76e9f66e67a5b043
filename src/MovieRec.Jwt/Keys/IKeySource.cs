namespace MovieRec.Jwt.Keys;

/// <summary>Source of an issuer's public keys.</summary>
public interface IKeySource
{
    /// <summary>Finds the key of a <c>kid</c>.</summary>
    /// <remarks>Completes at once if the key is known; may fetch if it is not.</remarks>
    /// <param name="kid">The key id of a token's header (RFC 7515, section 4.1.4); not empty.</param>
    /// <param name="cancellationToken">Ends this call's wait, not a fetch that other calls wait for too.</param>
    /// <returns>The key, or the reason why there is none: unknown, of a kind that is not allowed, or not available now.</returns>
    ValueTask<KeyLookup> FindAsync(string kid, CancellationToken cancellationToken);
}
