namespace MovieRec.Api;

/// <summary>Token bucket of requests, the same in the gateways of both hosts; excess requests get 429.</summary>
/// <param name="Rate">Requests per second, for any length of time.</param>
/// <param name="Burst">Requests at once.</param>
public sealed record Throttling(int Rate, int Burst)
{
    /// <summary>Bucket of all clients for all routes except the account routes.</summary>
    /// <remarks>Eight functions serve this rate with an AWS account's 1,000 concurrent executions, with room for its other
    /// functions.</remarks>
    public static Throttling Default { get; } = new(200, 400);

    /// <summary>Bucket of all clients per account route.</summary>
    /// <remarks>Users sign up, sign in or refresh seldom; a client that does so often is guessing passwords or codes. Cognito's own quota
    /// for
    /// these calls is 120 per second per AWS account. Guesses against one user meet the pool's lock first.</remarks>
    public static Throttling Accounts { get; } = new(20, 40);

    /// <summary>Bucket per client address for all account routes; API Gateway has no such bucket.</summary>
    public static Throttling AccountsPerClient { get; } = new(10, 20);
}
