using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Http;

/// <summary>A function's answer. The edge adds what every answer has: content type and CORS.</summary>
/// <param name="Body">JSON in UTF-8; empty for 304 alone.</param>
/// <param name="Headers">Fields beyond those of every answer.</param>
public sealed record ApiResponse(int Status, ReadOnlyMemory<byte> Body, params IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>The code of an error, for the log; null for none.</summary>
    public FailureCode? Error { get; init; }

    public const string ContentType = "application/json; charset=utf-8";
}
