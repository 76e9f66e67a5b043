namespace MovieRec.Aws.UserPool;

/// <summary>Factory of the HTTP client for Cognito; one per process.</summary>
public static class CognitoHttp
{
    /// <summary>Timeout of connecting; the whole call has 3 s.</summary>
    public static TimeSpan ConnectTimeout { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Maximum life of a connection, so that a change of the server's address is noticed.</summary>
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    /// <param name="connectTimeout">Timeout of connecting; null for <see cref="ConnectTimeout"/>.</param>
    public static HttpClient CreateClient(TimeSpan? connectTimeout = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = connectTimeout ?? ConnectTimeout,
        PooledConnectionLifetime = s_connectionLifetime,
    })
    {
        // CognitoClient enforces the deadline of a call, with the clock that it was given.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
