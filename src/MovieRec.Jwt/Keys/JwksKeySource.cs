namespace MovieRec.Jwt.Keys;

/// <summary>Keys from a JWKS address, fetched when a token names an unknown <c>kid</c>.</summary>
/// <remarks>
/// Known keys stay usable while a fetch is under way. The newest response replaces all keys; a fetch that fails, or returns something
/// other than a JWKS, changes nothing. Create one per address and keep it for the life of the process.
/// </remarks>
public sealed class JwksKeySource : IKeySource, IDisposable
{
    private readonly JwksRefresher _refresher;

    private KeySet _keys = KeySet.Empty;

    /// <param name="address">The address of the JWKS: https, or http on loopback.</param>
    /// <param name="clock">Measures the interval between fetches and their timeout.</param>
    /// <exception cref="ArgumentException">Keys may not come from this address.</exception>
    public JwksKeySource(string address, TimeProvider clock) => _refresher = new JwksRefresher(address, Accept, clock);

    private string Name => TokenFailure.Quote(_refresher.Address.AbsoluteUri);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">This call was cancelled, or the source was disposed of.</exception>
    public ValueTask<KeyLookup> FindAsync(string kid, CancellationToken cancellationToken) =>
        Volatile.Read(ref _keys).TryFind(kid, out var known) ? ValueTask.FromResult(known) : new(FetchAndFindAsync(kid, cancellationToken));

    /// <summary>Fetches the keys before the first token needs them; counts towards the interval between fetches.</summary>
    /// <param name="cancellationToken">Ends this call's wait, not the fetch.</param>
    /// <returns>Null if the newest fetch brought keys, else the reason why it did not.</returns>
    public async Task<TokenFailure?> PrefetchAsync(CancellationToken cancellationToken) =>
        (await _refresher.RefreshAsync(cancellationToken)).Error is { } error ? Unavailable(error) : null;

    /// <summary>Ends a fetch that is under way; the source must not be used afterwards.</summary>
    public void Dispose() => _refresher.Dispose();

    private async Task<KeyLookup> FetchAndFindAsync(string kid, CancellationToken cancellationToken)
    {
        var refresh = await _refresher.RefreshAsync(cancellationToken);
        // Also after a failure: another call's fetch may have brought the key in the meantime.
        if (Volatile.Read(ref _keys).TryFind(kid, out var found))
            return found;
        if (refresh.Error is { } error)
            return new KeyLookup(Unavailable(error));
        return refresh.IsTooSoon
            ? new KeyLookup(new TokenFailure(
                FailureReason.KidUnknownFetchTooSoon,
                $"a kid of {Name}, fetched less than {_refresher.FetchInterval.TotalSeconds} s ago",
                $"kid {TokenFailure.Quote(kid)}"))
            : KeyLookup.Unknown(kid, $"a kid of {Name}, fetched just now");
    }

    private string? Accept(ReadOnlyMemory<byte> jwks)
    {
        if (!KeySet.TryParse(jwks, Volatile.Read(ref _keys), out var keys, out var error))
            return error;
        Volatile.Write(ref _keys, keys);
        return null;
    }

    private TokenFailure Unavailable(string error) => new(FailureReason.KeysUnavailable, $"a JWKS at {Name}", error);
}
