namespace MovieRec.Tmdb.Resilience;

/// <summary>
/// Lets so many requests be under way at a time, and so many start in any one second. Exact as the other end sees it: a request counts from
/// its start until a second after its answer, so that however long each was on its way, no second holds more than <paramref
/// name="perSecond"/>
/// arrivals. First come, first served.
/// </summary>
internal sealed class RequestGate(int perSecond, int maxConcurrent, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _concurrent = new(Math.Min(perSecond, maxConcurrent));
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly Queue<long> _answered = new();
    private int _underWay;
    private long _pausedUntil = long.MinValue;

    /// <summary>Waits until a request may start; each is ended with <see cref="Leave"/>. False, and not started, where the pause is longer
    /// than <paramref name="patience"/>.</summary>
    public async Task<bool> EnterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _concurrent.WaitAsync(cancellationToken);
        var started = false;
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                started = await StartAsync(patience, cancellationToken);
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

    /// <summary>The request has been answered or given up.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _underWay--;
            _answered.Enqueue(clock.GetTimestamp());
        }
        _concurrent.Release();
    }

    /// <summary>Lets no request start for a while; the longest of several pauses counts.</summary>
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

    private async Task<bool> StartAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        // A timer may fire early, and a pause may have been asked for meanwhile: look again.
        while (TryStart() is var wait && wait > TimeSpan.Zero)
        {
            if (wait > patience)
                return false;
            await Task.Delay(wait, clock, cancellationToken);
        }
        return true;
    }

    // How long to wait before the next look; nothing where the request has been counted in. One of so many concurrent ones can always wait
    // for the oldest answer: there is one, or there is room.
    private TimeSpan TryStart()
    {
        lock (_lock)
        {
            while (_answered.TryPeek(out var oldest) && clock.GetTimestamp() - oldest >= clock.TimestampFrequency)
                _answered.Dequeue();
            if (GetTime(_pausedUntil) is var pause && pause > TimeSpan.Zero)
                return pause;
            if (_underWay + _answered.Count >= perSecond)
                return GetTime(_answered.Peek() + clock.TimestampFrequency);
            _underWay++;
            return TimeSpan.Zero;
        }
    }

    // Rounded up to what a timer can count.
    private TimeSpan GetTime(long timestamp)
    {
        var now = clock.GetTimestamp();
        return timestamp <= now
            ? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(Math.Ceiling(clock.GetElapsedTime(now, timestamp).TotalMilliseconds));
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);
}
