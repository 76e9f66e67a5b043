namespace MovieRec.Tmdb.Resilience;

/// <summary>One try failed; the next may not.</summary>
/// <param name="endpoint">The sort of request.</param>
/// <param name="reason">Without key, address or anything that was received.</param>
internal sealed class FailedTryException(string endpoint, string reason) : Exception(reason)
{
    public string Endpoint { get; } = endpoint;

    /// <summary>False where TMDB is well and only asks for patience.</summary>
    public bool IsOutage { get; init; } = true;

    /// <summary>How long TMDB wants to be waited for.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
