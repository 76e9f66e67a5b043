using MovieRec.Tmdb.Resilience;

namespace MovieRec.Tmdb;

/// <summary>Factory of the HTTP client for TMDB; one per process.</summary>
public static class TmdbHttp
{
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        // A redirect would send the key to another address.
        AllowAutoRedirect = false,
        UseCookies = false,
        // So that a change of the server's address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // A response that is too long is not drained: the connection is closed.
        MaxResponseDrainSize = 0,
        PlaintextStreamFilter = static (connection, _) => new(new NoResponseStream(connection.PlaintextStream)),
    })
    {
        // TmdbClient enforces the timeout of an attempt, including connecting, with the clock that it was given.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
