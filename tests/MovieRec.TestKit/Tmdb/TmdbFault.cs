namespace MovieRec.TestKit.Tmdb;

/// <summary>Fault of the server, and the requests that it affects.</summary>
/// <remarks>Example: <c>TmdbFault.Status(500) with { Path = "movie/", Every = 3 }</c>.</remarks>
public sealed record TmdbFault
{
    private TmdbFault(TmdbFaultKind kind) => Kind = kind;

    public TmdbFaultKind Kind { get; }

    /// <summary>Prefix of the affected paths, after <c>/3/</c>; empty for all.</summary>
    public string Path { get; init; } = "";

    /// <summary>Interval of the affected requests: every n-th one, so 1 means all of them.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Number of requests after which the fault ends.</summary>
    public int Times { get; init; } = int.MaxValue;

    internal int Code { get; private init; }

    internal string Body { get; private init; } = "";

    internal string? RetryAfterHeader { get; private init; }

    /// <summary>Fault 401, code 7: an invalid key.</summary>
    public static TmdbFault WrongKey() => Response(401, TmdbErrors.InvalidKey);

    /// <summary>Fault 404, code 34.</summary>
    public static TmdbFault NotFound() => Response(404, TmdbErrors.NotFound);

    /// <summary>Fault 429, code 25, without <c>success</c>.</summary>
    /// <param name="retryAfter">Seconds or an HTTP date; null for none.</param>
    public static TmdbFault TooMany(string? retryAfter = null) => Response(429, TmdbErrors.TooMany) with { RetryAfterHeader = retryAfter };

    /// <summary>Fault with another status, and code 11.</summary>
    public static TmdbFault Status(int status, string? retryAfter = null) =>
        Response(status, TmdbErrors.Internal) with { RetryAfterHeader = retryAfter };

    /// <summary>Fault with this response, for any request.</summary>
    public static TmdbFault Response(int status, string body) => new(TmdbFaultKind.Response) { Code = status, Body = body };

    /// <summary>Fault without response until <see cref="TmdbServer.Recover"/>, then the correct one.</summary>
    public static TmdbFault Hang() => new(TmdbFaultKind.Hang);

    /// <summary>Fault that sends half of the response, then closes the connection.</summary>
    public static TmdbFault Truncated() => new(TmdbFaultKind.Truncated);

    /// <summary>Fault with a complete response that holds half of the JSON.</summary>
    public static TmdbFault Malformed() => new(TmdbFaultKind.Malformed);

    /// <summary>Fault with RST instead of a response.</summary>
    public static TmdbFault Reset() => new(TmdbFaultKind.Reset);

    /// <summary>Fault that closes the connection instead of a response.</summary>
    public static TmdbFault Close() => new(TmdbFaultKind.Close);

    /// <summary>Fault with correct JSON of more than 2 MiB.</summary>
    /// <param name="saysLength">With a <c>Content-Length</c>; without it, the body ends with the connection.</param>
    public static TmdbFault TooLarge(bool saysLength) => new(saysLength ? TmdbFaultKind.TooLarge : TmdbFaultKind.TooLargeWithoutLength);
}

public enum TmdbFaultKind
{
    Response,
    Hang,
    Truncated,
    Malformed,
    Reset,
    Close,
    TooLarge,
    TooLargeWithoutLength,
}
