namespace MovieRec.Jwt.Keys;

/// <summary>Keys from a JWKS address, fetched when a token names an unknown <c>kid</c>.</summary>
/// <remarks>
/// All calls that wait share one fetch (single flight). There is at most one fetch per <see cref="FetchInterval"/>, so that invented
/// key ids cannot make this process flood the issuer. Known keys stay usable all the while.
/// Create one per address and keep it for the life of the process. The newest response replaces all keys; a fetch that fails, or
/// returns something other than a JWKS, changes nothing.
/// </remarks>
public sealed class JwksKeySource : IKeySource, IDisposable
{
    /// <summary>The longest response body that is read: 64 KiB.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly Uri _address;
    private readonly IJwksFetcher _fetcher;
    private readonly bool _ownsFetcher;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _disposal = new();

    private KeySet _keys = KeySet.Empty;
    private Task<string?>? _fetch;
    private long _fetchStarted;

    /// <summary>Creates a source that fetches over HTTP with its own client.</summary>
    /// <param name="address">The address of the JWKS: https, or http on loopback.</param>
    /// <param name="clock">Measures the interval and the timeout.</param>
    /// <exception cref="ArgumentException">Keys may not come from this address.</exception>
    public JwksKeySource(string address, TimeProvider clock)
        : this(address, new HttpJwksFetcher(useProxy: !JwksAddress.Parse(address).IsLoopback), clock) => _ownsFetcher = true;

    /// <summary>Creates a source that fetches with the given fetcher.</summary>
    /// <param name="address">The address of the JWKS: https, or http on loopback.</param>
    /// <param name="fetcher">Called for one try at a time; not disposed of by the source.</param>
    /// <param name="clock">Measures the interval and the timeout.</param>
    /// <exception cref="ArgumentException">Keys may not come from this address.</exception>
    public JwksKeySource(string address, IJwksFetcher fetcher, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(fetcher);
        ArgumentNullException.ThrowIfNull(clock);
        _address = JwksAddress.Parse(address);
        _fetcher = fetcher;
        _clock = clock;
    }

    /// <summary>Minimum time between the starts of two fetches, successful or not: 10 s if not set.</summary>
    public TimeSpan FetchInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum time of a try from connecting to the last byte: 3 s if not set.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(3);

    private string Name => TokenFailure.Quote(_address.AbsoluteUri);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">This call was cancelled, or the source was disposed of.</exception>
    public ValueTask<KeyLookup> FindAsync(string kid, CancellationToken cancellationToken) =>
        Volatile.Read(ref _keys).TryFind(kid, out var known) ? ValueTask.FromResult(known) : new(FetchAndFindAsync(kid, cancellationToken));

    /// <summary>Fetches the keys before the first token needs them; counts towards <see cref="FetchInterval"/>.</summary>
    /// <param name="cancellationToken">Ends this call's wait, not the fetch.</param>
    /// <returns>Null if the newest fetch brought keys, else the reason why it did not.</returns>
    public async Task<TokenFailure?> PrefetchAsync(CancellationToken cancellationToken)
    {
        var error = await StartOrJoin(out _).WaitAsync(cancellationToken);
        return error is null ? null : Unavailable(error);
    }

    /// <summary>Ends a fetch that is under way; the source must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_disposal.IsCancellationRequested)
            return;
        _disposal.Cancel();
        if (_ownsFetcher)
            (_fetcher as IDisposable)?.Dispose();
        _disposal.Dispose();
    }

    private async Task<KeyLookup> FetchAndFindAsync(string kid, CancellationToken cancellationToken)
    {
        var error = await StartOrJoin(out var tooSoon).WaitAsync(cancellationToken);
        // Also after a failure: another call's fetch may have brought the key in the meantime.
        if (Volatile.Read(ref _keys).TryFind(kid, out var found))
            return found;
        if (error is not null)
            return new KeyLookup(Unavailable(error));
        return tooSoon
            ? new KeyLookup(new TokenFailure(
                FailureReason.KidUnknownFetchTooSoon,
                $"a kid of {Name}, fetched less than {FetchInterval.TotalSeconds} s ago",
                $"kid {TokenFailure.Quote(kid)}"))
            : KeyLookup.Unknown(kid, $"a kid of {Name}, fetched just now");
    }

    /// <summary>Returns the fetch under way, else the last one if it is too soon for another, else a new one.</summary>
    private Task<string?> StartOrJoin(out bool tooSoon)
    {
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            tooSoon = _fetch is { IsCompleted: true } && _clock.GetElapsedTime(_fetchStarted, now) < FetchInterval;
            if (_fetch is null || (_fetch.IsCompleted && !tooSoon))
            {
                _fetchStarted = now;
                // On the thread pool and with the source's own token: no call's cancellation or context ends it for the others.
                _fetch = Task.Run(() => FetchAsync(_disposal.Token), _disposal.Token);
            }
            return _fetch;
        }
    }

    private async Task<string?> FetchAsync(CancellationToken disposal)
    {
        var answer = await TryAsync(disposal);
        var first = answer.MayPass ? answer.Error : null;
        if (first is not null)
            answer = await TryAsync(disposal);
        if (answer.Error is not null)
            return first is null ? answer.Error : $"{answer.Error}, after {first}";
        if (!KeySet.TryParse(answer.Body, Volatile.Read(ref _keys), out var keys, out var error))
            return error;
        Volatile.Write(ref _keys, keys);
        return null;
    }

    private async Task<JwksAnswer> TryAsync(CancellationToken disposal)
    {
        using var timeout = new CancellationTokenSource(TryTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, disposal);
        try
        {
            // Waits no longer than that, even if the fetcher ignores the cancellation.
            return await _fetcher.FetchAsync(_address, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return JwksAnswer.Failed($"no complete response within {TryTimeout.TotalSeconds} s");
        }
    }

    private TokenFailure Unavailable(string error) => new(FailureReason.KeysUnavailable, $"a JWKS at {Name}", error);
}
