namespace MovieRec.Jwt.Tests.Fixtures;

/// <summary>A clock that a test moves, and whose timers ring when it does.</summary>
internal sealed class FiringClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private long _ticks = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero).UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public void Advance(TimeSpan by)
    {
        Alarm[] due;
        lock (_gate)
        {
            _ticks += by.Ticks;
            due = [.. _alarms.Where(alarm => alarm.Due <= _ticks)];
            _alarms.RemoveAll(due.Contains);
        }
        foreach (var alarm in due)
            alarm.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(FiringClock clock, Action ring) : ITimer
    {
        public long Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
                Due = clock._ticks + dueTime.Ticks;
                if (dueTime >= TimeSpan.Zero)
                    clock._alarms.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
