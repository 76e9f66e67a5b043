namespace MovieRec.Aws.Tables;

/// <summary>Exponential backoff with full jitter, so that callers who collided do not collide again.</summary>
/// <remarks>Attempt 0 waits 0 to 20 ms, each next one up to twice as long, at most 640 ms.</remarks>
internal sealed class Backoff(TimeProvider clock, Random random)
{
    /// <summary>The most attempts of one operation: about 3 s of waiting, on the average.</summary>
    public const int Attempts = 14;

    private const int FirstMilliseconds = 20;
    private const int Doublings = 5;

    private readonly Lock _lock = new();

    public Task WaitAsync(int attempt, CancellationToken cancellationToken)
    {
        double part;
        lock (_lock)
            part = random.NextDouble();
        return Task.Delay(TimeSpan.FromMilliseconds(part * (FirstMilliseconds << Math.Min(attempt, Doublings))), clock, cancellationToken);
    }

    /// <summary>A name that no other writer has chosen: 128 random bits.</summary>
    public string NewName()
    {
        var bytes = new byte[16];
        lock (_lock)
            random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
