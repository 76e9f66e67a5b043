namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>What a run may still ask.</summary>
internal sealed class RefreshBudget(RefreshOptions options, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private int _left = options.Requests;

    public bool IsSpent => Volatile.Read(ref _left) <= 0 || clock.GetElapsedTime(_started) >= options.Time;

    /// <summary>Takes the right to ask once; false where it is used up.</summary>
    public bool TryTake() => clock.GetElapsedTime(_started) < options.Time && Interlocked.Decrement(ref _left) >= 0;
}
