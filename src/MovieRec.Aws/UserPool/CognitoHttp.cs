namespace MovieRec.Aws.UserPool;

/// <summary>Makes the client that Cognito is called with. One serves a whole process.</summary>
public static class CognitoHttp
{
    /// <summary>How long making a connection may take; a call has 3 s in all.</summary>
    public static TimeSpan ConnectTimeout { get; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a connection is kept, so that a change of address is noticed.</summary>
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    /// <param name="connectTimeout">Another time for making a connection; null for <see cref="ConnectTimeout"/>.</param>
    public static HttpClient CreateClient(TimeSpan? connectTimeout = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = connectTimeout ?? ConnectTimeout,
        PooledConnectionLifetime = s_connectionLifetime,
    })
    {
        // The call's own deadline, which knows the caller's clock, is kept by CognitoClient.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
