namespace MovieRec.JwtLayer.Tests.Hosting;

/// <summary>The client that a function gives the layer. It lives as long as the process, because the layer may fetch for as long.</summary>
internal static class FunctionHttp
{
    public static HttpClient Client { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
