namespace MovieRec.Api;

/// <summary>Token bucket of requests; what goes beyond it is answered with 429. The gateways of both hosts have the same ones.</summary>
/// <param name="Rate">Requests per second, for any length of time.</param>
/// <param name="Burst">Requests at once.</param>
public sealed record Throttling(int Rate, int Burst)
{
    /// <summary>Bucket of all clients and routes, except for those of accounts.</summary>
    /// <remarks>What eight functions answer with the 1,000 concurrent executions that an account has, with room for its other functions.</remarks>
    public static Throttling Default { get; } = new(200, 400);

    /// <summary>Bucket of all clients for each route of accounts.</summary>
    /// <remarks>Users sign up, in or on seldom; who does it often tries passwords and codes. Cognito's own quota for these calls is 120 per
    /// second for the whole account; what guesses against one user meets the pool's lock first.</remarks>
    public static Throttling Accounts { get; } = new(20, 40);

    /// <summary>Bucket of one client's address for all routes of accounts. API Gateway has none by address.</summary>
    public static Throttling AccountsPerClient { get; } = new(10, 20);
}
