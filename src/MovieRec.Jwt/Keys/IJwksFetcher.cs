namespace MovieRec.Jwt.Keys;

/// <summary>
/// Gets the bytes at a JWKS address. <see cref="JwksKeySource"/> asks for them one try at a time, ends a try that takes too long, and
/// decides about another one.
/// </summary>
public interface IJwksFetcher
{
    /// <summary>
    /// One try. A body counts only with status 200 and content type <c>application/json</c> or <c>application/jwk-set+json</c>, from the
    /// address itself (no redirects), and up to <see cref="JwksKeySource.MaxAnswerBytes"/>.
    /// </summary>
    /// <param name="address">https, or http on loopback.</param>
    /// <param name="cancellationToken">Cancelled after <see cref="JwksKeySource.TryTimeout"/>.</param>
    /// <returns>The body, or why there is none. An exception is a bug, but for the cancellation.</returns>
    Task<JwksAnswer> FetchAsync(Uri address, CancellationToken cancellationToken);
}
