namespace MovieRec.Jwt.Keys;

/// <summary>Fetches the bytes at a JWKS address.</summary>
/// <remarks><see cref="JwksKeySource"/> makes one try at a time, limits its time, and decides whether to try again.</remarks>
public interface IJwksFetcher
{
    /// <summary>Makes one try.</summary>
    /// <remarks>
    /// A body counts only with status 200 and content type <c>application/json</c> or <c>application/jwk-set+json</c>. It must come from
    /// the address itself (no redirects) and have at most <see cref="JwksKeySource.MaxAnswerBytes"/>.
    /// </remarks>
    /// <param name="address">https, or http on loopback.</param>
    /// <param name="cancellationToken">Cancelled after <see cref="JwksKeySource.TryTimeout"/>.</param>
    /// <returns>The body, or the reason why there is none. Any exception other than the cancellation is a bug.</returns>
    Task<JwksAnswer> FetchAsync(Uri address, CancellationToken cancellationToken);
}
