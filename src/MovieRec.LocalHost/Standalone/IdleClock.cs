namespace MovieRec.LocalHost.Standalone;

/// <summary>When the host was last asked for anything.</summary>
internal sealed class IdleClock(TimeProvider clock)
{
    private long _last = clock.GetTimestamp();

    public TimeSpan Idle => clock.GetElapsedTime(Volatile.Read(ref _last));

    public void Note() => Volatile.Write(ref _last, clock.GetTimestamp());
}
