namespace MovieRec.Tmdb.Resilience;

/// <summary>Thrown if one attempt failed and a retry may succeed.</summary>
/// <param name="endpoint">Name of the request.</param>
/// <param name="reason">Cause, without the key, the address or any received text.</param>
internal sealed class FailedTryException(string endpoint, string reason) : Exception(reason)
{
    public string Endpoint { get; } = endpoint;

    /// <summary>False if TMDB is available and only throttles.</summary>
    public bool IsOutage { get; init; } = true;

    /// <summary>Delay that TMDB requests before the next attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
