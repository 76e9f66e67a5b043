using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Http;

/// <summary>Response of a function; the pipeline adds content type and CORS headers.</summary>
/// <param name="Body">JSON in UTF-8; empty for 304 alone.</param>
/// <param name="Headers">Additional header fields.</param>
public sealed record ApiResponse(int Status, ReadOnlyMemory<byte> Body, params IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>The code of an error, for the log; null for none.</summary>
    public FailureCode? Error { get; init; }

    public const string ContentType = "application/json; charset=utf-8";
}
