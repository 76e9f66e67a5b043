namespace MovieRec.Aws.Tables;

/// <summary>Exponential backoff with full jitter, so that calls that collided do not collide again.</summary>
/// <remarks>Attempt 0 waits 0 to 20 ms, each next one up to twice as long, at most 640 ms.</remarks>
internal sealed class Backoff(TimeProvider clock, Random random)
{
    /// <summary>Maximum attempts per operation: about 3 s of waiting on average.</summary>
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

    /// <summary>Returns a unique name: 128 random bits in hexadecimal.</summary>
    public string NewName()
    {
        var bytes = new byte[16];
        lock (_lock)
            random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
