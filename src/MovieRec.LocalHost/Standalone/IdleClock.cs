namespace MovieRec.LocalHost.Standalone;

/// <summary>Clock of the time since the last request.</summary>
internal sealed class IdleClock(TimeProvider clock)
{
    private long _last = clock.GetTimestamp();

    public TimeSpan Idle => clock.GetElapsedTime(Volatile.Read(ref _last));

    public void Note() => Volatile.Write(ref _last, clock.GetTimestamp());
}
