namespace MovieRec.JwtLayer.Tests.Hosting;

/// <summary>HTTP client that a function gives the layer; it lives as long as the process, as the layer does.</summary>
internal static class FunctionHttp
{
    public static HttpClient Client { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
