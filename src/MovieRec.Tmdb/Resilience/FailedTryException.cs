namespace MovieRec.Tmdb.Resilience;

/// <summary>One try failed; the next may not.</summary>
/// <param name="endpoint">The sort of request.</param>
/// <param name="reason">Without key, address or anything that was received.</param>
internal sealed class FailedTryException(string endpoint, string reason) : Exception(reason)
{
    public string Endpoint { get; } = endpoint;

    /// <summary>False if TMDB is available and only throttles.</summary>
    public bool IsOutage { get; init; } = true;

    /// <summary>Delay that TMDB requests before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
