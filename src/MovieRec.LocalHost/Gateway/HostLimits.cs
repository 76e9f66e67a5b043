using MovieRec.Api;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Bounds on what clients may ask of the host.</summary>
public sealed record HostLimits
{
    public Throttling Requests { get; init; } = Throttling.Default;

    public Throttling Accounts { get; init; } = Throttling.Accounts;

    public Throttling AccountsPerClient { get; init; } = Throttling.AccountsPerClient;

    /// <summary>Time in which a bucket gets its rate of tokens, little by little.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Passwords and codes hashed at a time: all processors but one, which is for other requests.</summary>
    public int Hashing { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Calls that wait for their hash, for each one under way; about a second's.</summary>
    public int HashQueue { get; init; } = 8;

    /// <summary>Rounds of PBKDF2 for passwords and codes.</summary>
    public int HashIterations { get; init; } = LocalUserPoolOptions.RecommendedIterations;
}
