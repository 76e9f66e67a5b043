namespace MovieRec.Lambda.Tests.Hosting;

/// <summary>Time stands still: pauses of a few seconds are over at once, and longer limits are never reached.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(3);

    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(
        callback, state, dueTime <= s_longestPause && dueTime >= TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
