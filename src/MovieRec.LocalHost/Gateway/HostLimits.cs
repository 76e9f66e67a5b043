using MovieRec.Api;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Limits on the load that clients can cause on the host.</summary>
public sealed record HostLimits
{
    public Throttling Requests { get; init; } = Throttling.Default;

    public Throttling Accounts { get; init; } = Throttling.Accounts;

    public Throttling AccountsPerClient { get; init; } = Throttling.AccountsPerClient;

    /// <summary>Time in which a bucket gradually gets its rate of tokens.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Passwords and codes hashed concurrently: one per processor, except one processor for other requests.</summary>
    public int Hashing { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Queued calls per hash under way, about one second of work.</summary>
    public int HashQueue { get; init; } = 8;

    /// <summary>Rounds of PBKDF2 for passwords and codes.</summary>
    public int HashIterations { get; init; } = LocalUserPoolOptions.RecommendedIterations;
}
