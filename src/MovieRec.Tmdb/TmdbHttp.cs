using MovieRec.Tmdb.Resilience;

namespace MovieRec.Tmdb;

/// <summary>Factory of the HTTP client for TMDB; one per process.</summary>
public static class TmdbHttp
{
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        // A redirect would carry the key to wherever it points.
        AllowAutoRedirect = false,
        UseCookies = false,
        // So that a change of address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // A response that is too long is not drained: the connection is closed.
        MaxResponseDrainSize = 0,
        PlaintextStreamFilter = static (connection, _) => new(new NoResponseStream(connection.PlaintextStream)),
    })
    {
        // TmdbClient enforces the timeout of a try, connecting included, which uses the caller's clock.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
