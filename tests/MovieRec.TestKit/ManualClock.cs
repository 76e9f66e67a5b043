using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace MovieRec.TestKit;

/// <summary>Clock that stands still, with its timers, until a test moves it.</summary>
public sealed class ManualClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public ManualClock()
        : this(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Maximum wait that ends at once, because the clock then moves to the end of the wait.</summary>
    public TimeSpan Skipped { get; init; }

    /// <summary>Sets the time, also backwards; each timer keeps its remaining time.</summary>
    public void Set(DateTimeOffset now) => AdjustTime(now);

    /// <summary>Returns the due time of the next timer that satisfies <paramref name="wanted"/>, in order of creation.</summary>
    public async Task<TimeSpan> NextTimerAsync(Func<TimeSpan, bool> wanted)
    {
        TimeSpan due;
        do
            due = await _timers.Reader.ReadAsync(TestContext.Current.CancellationToken);
        while (!wanted(due));
        return due;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var end = GetUtcNow() + dueTime;
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        if (dueTime > TimeSpan.Zero && dueTime <= Skipped)
            _ = Task.Run(() => MoveTo(end));
        return timer;
    }

    private void MoveTo(DateTimeOffset end)
    {
        lock (_timers)
        {
            if (end > GetUtcNow())
                SetUtcNow(end);
        }
    }
}
