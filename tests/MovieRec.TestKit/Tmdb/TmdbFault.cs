namespace MovieRec.TestKit.Tmdb;

/// <summary>What the server does wrong; with which requests, and how often: <c>TmdbFault.Status(500) with { Path = "movie/", Every = 3 }</c>.</summary>
public sealed record TmdbFault
{
    private TmdbFault(TmdbFaultKind kind) => Kind = kind;

    public TmdbFaultKind Kind { get; }

    /// <summary>What paths must begin with, behind <c>/3/</c>; empty for all.</summary>
    public string Path { get; init; } = "";

    /// <summary>Every so many-th request of those is struck, the first of all if this is 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>After so many strikes it is over.</summary>
    public int Times { get; init; } = int.MaxValue;

    internal int Code { get; private init; }

    internal string Body { get; private init; } = "";

    internal string? RetryAfterHeader { get; private init; }

    /// <summary>401, code 7: an invalid key.</summary>
    public static TmdbFault WrongKey() => Answer(401, TmdbErrors.InvalidKey);

    /// <summary>404, code 34.</summary>
    public static TmdbFault NotFound() => Answer(404, TmdbErrors.NotFound);

    /// <summary>429, code 25, without <c>success</c>.</summary>
    /// <param name="retryAfter">Seconds or an HTTP date; null for none.</param>
    public static TmdbFault TooMany(string? retryAfter = null) => Answer(429, TmdbErrors.TooMany) with { RetryAfterHeader = retryAfter };

    /// <summary>Another status, with code 11.</summary>
    public static TmdbFault Status(int status, string? retryAfter = null) =>
        Answer(status, TmdbErrors.Internal) with { RetryAfterHeader = retryAfter };

    /// <summary>This answer, whatever was asked.</summary>
    public static TmdbFault Answer(int status, string body) => new(TmdbFaultKind.Answer) { Code = status, Body = body };

    /// <summary>No answer until <see cref="TmdbServer.Recover"/>, then the right one.</summary>
    public static TmdbFault Hang() => new(TmdbFaultKind.Hang);

    /// <summary>Half of the answer, then the connection's end.</summary>
    public static TmdbFault Truncated() => new(TmdbFaultKind.Truncated);

    /// <summary>A whole answer with half of the JSON.</summary>
    public static TmdbFault Malformed() => new(TmdbFaultKind.Malformed);

    /// <summary>RST instead of an answer.</summary>
    public static TmdbFault Reset() => new(TmdbFaultKind.Reset);

    /// <summary>The connection's end instead of an answer.</summary>
    public static TmdbFault Close() => new(TmdbFaultKind.Close);

    /// <summary>Right JSON of more than 2 MiB.</summary>
    /// <param name="saysLength">With a <c>Content-Length</c>; without, it ends with the connection.</param>
    public static TmdbFault TooLarge(bool saysLength) => new(saysLength ? TmdbFaultKind.TooLarge : TmdbFaultKind.TooLargeWithoutLength);
}

public enum TmdbFaultKind
{
    Answer,
    Hang,
    Truncated,
    Malformed,
    Reset,
    Close,
    TooLarge,
    TooLargeWithoutLength,
}
