using MovieRec.Tmdb.Resilience;

namespace MovieRec.Tmdb;

/// <summary>Makes the client that TMDB is called with. One serves a whole process.</summary>
public static class TmdbHttp
{
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        // A redirect would carry the key to wherever it points.
        AllowAutoRedirect = false,
        UseCookies = false,
        // So that a change of address is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // What is too long to read is too long to be read and thrown away: hang up.
        MaxResponseDrainSize = 0,
        PlaintextStreamFilter = static (connection, _) => new(new UnansweredStream(connection.PlaintextStream)),
    })
    {
        // Each try's own time-out, connecting included, knows the caller's clock and is kept by TmdbClient.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
