using System.Net;
using System.Threading.RateLimiting;
using MovieRec.Api;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Token buckets of requests: for accounts one per client and one per route, for all others one in total.</summary>
internal sealed class RequestThrottle(HostLimits limits) : IDisposable
{
    /// <remarks>The client's bucket comes first: a request that it rejects takes no token from the others.</remarks>
    private readonly PartitionedRateLimiter<Request> _buckets = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Request, IPAddress>(request => request.IsOfAccounts
            ? RateLimitPartition.GetTokenBucketLimiter(request.Client, _ => Bucket(limits.AccountsPerClient, limits))
            : RateLimitPartition.GetNoLimiter(IPAddress.Any)),
        PartitionedRateLimiter.Create<Request, string>(request => request.IsOfAccounts
            ? RateLimitPartition.GetTokenBucketLimiter(request.Route!.Path, _ => Bucket(limits.Accounts, limits))
            : RateLimitPartition.GetTokenBucketLimiter("", _ => Bucket(limits.Requests, limits))));

    /// <summary>Takes a token for the request; returns false if there is none.</summary>
    /// <param name="route">The request's route; null if it has none.</param>
    /// <param name="client">Address of the client; null if it is not known.</param>
    public bool TryTake(Route? route, IPAddress? client)
    {
        using var token = _buckets.AttemptAcquire(new Request(route, client ?? IPAddress.None));
        return token.IsAcquired;
    }

    public void Dispose() => _buckets.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(Throttling throttling, HostLimits limits) => new()
    {
        TokenLimit = throttling.Burst,
        TokensPerPeriod = throttling.Rate,
        ReplenishmentPeriod = limits.Period,
    };

    private readonly record struct Request(Route? Route, IPAddress Client)
    {
        public bool IsOfAccounts => Route is { IsOfAccounts: true };
    }
}
