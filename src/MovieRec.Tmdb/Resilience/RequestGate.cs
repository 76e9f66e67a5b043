namespace MovieRec.Tmdb.Resilience;

/// <summary>Rate limiter: maximum numbers of concurrent requests and of requests per second, first come, first served.</summary>
/// <remarks>
/// The limit is exact as the server sees it: a request counts from its start until a second after its response. So for any transmission
/// times, no second contains more than <paramref name="perSecond"/> arrivals.
/// </remarks>
internal sealed class RequestGate(int perSecond, int maxConcurrent, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _concurrent = new(Math.Min(perSecond, maxConcurrent));
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly Queue<long> _responded = new();
    private int _underWay;
    private long _pausedUntil = long.MinValue;

    /// <summary>Waits until a request may start; each started request is ended with <see cref="Leave"/>.</summary>
    /// <remarks>It returns false, without starting, if the pause is longer than <paramref name="timeout"/>.</remarks>
    public async Task<bool> EnterAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await _concurrent.WaitAsync(cancellationToken);
        var started = false;
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                started = await StartAsync(timeout, cancellationToken);
                return started;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            if (!started)
                _concurrent.Release();
        }
    }

    /// <summary>Ends a request that completed or failed.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _underWay--;
            _responded.Enqueue(clock.GetTimestamp());
        }
        _concurrent.Release();
    }

    /// <summary>Delays the start of all requests; of several pauses, the longest counts.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_lock)
            _pausedUntil = Math.Max(_pausedUntil, clock.GetTimestamp() + Ticks(time));
    }

    public void Dispose()
    {
        _concurrent.Dispose();
        _turn.Dispose();
    }

    private async Task<bool> StartAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        // A timer may fire early, and a pause may have begun in the meantime: check again.
        while (TryStart() is var wait && wait > TimeSpan.Zero)
        {
            if (wait > timeout)
                return false;
            await Task.Delay(wait, clock, cancellationToken);
        }
        return true;
    }

    // Returns the time until the next check; zero if the request has been counted as started. If the limit is reached, there is a response
    // to wait for, since _concurrent keeps the requests under way below the limit.
    private TimeSpan TryStart()
    {
        lock (_lock)
        {
            while (_responded.TryPeek(out var oldest) && clock.GetTimestamp() - oldest >= clock.TimestampFrequency)
                _responded.Dequeue();
            if (GetTime(_pausedUntil) is var pause && pause > TimeSpan.Zero)
                return pause;
            if (_underWay + _responded.Count >= perSecond)
                return GetTime(_responded.Peek() + clock.TimestampFrequency);
            _underWay++;
            return TimeSpan.Zero;
        }
    }

    // Rounded up to the timer's resolution.
    private TimeSpan GetTime(long timestamp)
    {
        var now = clock.GetTimestamp();
        return timestamp <= now
            ? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(Math.Ceiling(clock.GetElapsedTime(now, timestamp).TotalMilliseconds));
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);
}
