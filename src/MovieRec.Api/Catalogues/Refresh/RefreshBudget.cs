namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Remaining time and requests of a run.</summary>
internal sealed class RefreshBudget(RefreshOptions options, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private int _left = options.Requests;

    public bool IsSpent => Volatile.Read(ref _left) <= 0 || clock.GetElapsedTime(_started) >= options.Time;

    /// <summary>Takes the right to one request; returns false if it is used up.</summary>
    public bool TryTake() => clock.GetElapsedTime(_started) < options.Time && Interlocked.Decrement(ref _left) >= 0;
}
