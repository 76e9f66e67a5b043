namespace MovieRec.Jwt.Keys;

/// <summary>Fetches the document at a JWKS address and hands it on, at most once per <see cref="FetchInterval"/>.</summary>
/// <remarks>
/// All calls that wait share one fetch (single flight). The interval keeps invented key ids from making this process flood the issuer.
/// Create one per address and keep it for the life of the process.
/// </remarks>
public sealed class JwksRefresher : IDisposable
{
    /// <summary>The longest response body that is read: 64 KiB.</summary>
    public const int MaxBytes = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly HttpJwksFetcher _fetcher;
    private readonly Func<ReadOnlyMemory<byte>, string?> _accept;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _disposal = new();

    private Task<string?>? _fetch;
    private long _fetchStarted;

    /// <param name="address">The address of the JWKS: https, or http on loopback.</param>
    /// <param name="accept">Takes the bytes of a response into use; returns null, or the reason why it is not a JWKS.</param>
    /// <param name="clock">Measures the interval and the timeout.</param>
    /// <exception cref="ArgumentException">Keys may not come from this address.</exception>
    public JwksRefresher(string address, Func<ReadOnlyMemory<byte>, string?> accept, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(accept);
        ArgumentNullException.ThrowIfNull(clock);
        Address = JwksAddress.Parse(address);
        _fetcher = new HttpJwksFetcher(useProxy: !Address.IsLoopback);
        _accept = accept;
        _clock = clock;
    }

    /// <summary>The address of the JWKS.</summary>
    public Uri Address { get; }

    /// <summary>Minimum time between the starts of two fetches, successful or not: 10 s if not set.</summary>
    public TimeSpan FetchInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum time of a try from connecting to the last byte: 3 s if not set.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Waits for the fetch under way or a new one; within the interval returns the result of the last one.</summary>
    /// <param name="cancellationToken">Ends this call's wait, not the fetch.</param>
    /// <exception cref="OperationCanceledException">This call was cancelled, or the refresher was disposed of.</exception>
    public async Task<JwksRefresh> RefreshAsync(CancellationToken cancellationToken)
    {
        var error = await StartOrJoin(out var isTooSoon).WaitAsync(cancellationToken);
        return new JwksRefresh(error, isTooSoon);
    }

    /// <summary>Ends a fetch that is under way; the refresher must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_disposal.IsCancellationRequested)
            return;
        _disposal.Cancel();
        _fetcher.Dispose();
        _disposal.Dispose();
    }

    private Task<string?> StartOrJoin(out bool isTooSoon)
    {
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            isTooSoon = _fetch is { IsCompleted: true } && _clock.GetElapsedTime(_fetchStarted, now) < FetchInterval;
            if (_fetch is null || (_fetch.IsCompleted && !isTooSoon))
            {
                _fetchStarted = now;
                // On the thread pool and with the own token: no call's cancellation or context ends it for the others.
                _fetch = Task.Run(() => FetchAsync(_disposal.Token), _disposal.Token);
            }
            return _fetch;
        }
    }

    private async Task<string?> FetchAsync(CancellationToken disposal)
    {
        var response = await TryAsync(disposal);
        var first = response.IsTransient ? response.Error : null;
        if (first is not null)
            response = await TryAsync(disposal);
        if (response.Error is null)
            return _accept(response.Body);
        return first is null ? response.Error : $"{response.Error}, after {first}";
    }

    private async Task<JwksResponse> TryAsync(CancellationToken disposal)
    {
        using var timeout = new CancellationTokenSource(TryTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, disposal);
        try
        {
            return await _fetcher.FetchAsync(Address, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return JwksResponse.Failed($"no complete response within {TryTimeout.TotalSeconds} s");
        }
    }
}

/// <summary>Result of <see cref="JwksRefresher.RefreshAsync"/>.</summary>
/// <param name="Error">Null if the newest fetch brought a JWKS, else the reason why it did not, in words for the log.</param>
/// <param name="IsTooSoon">The newest fetch ended before this call, less than the interval ago, and was not repeated.</param>
public readonly record struct JwksRefresh(string? Error, bool IsTooSoon);
