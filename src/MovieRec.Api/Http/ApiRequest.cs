namespace MovieRec.Api.Http;

/// <summary>Request as a function receives it, from any host.</summary>
public sealed record ApiRequest
{
    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the stage, such as <c>/user/favourites</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The gateway's id for this request; it stands in every error body and log line.</summary>
    public required string RequestId { get; init; }

    /// <summary>Query parameters, decoded; of a repeated one the last value counts, as in API Gateway's
    /// <c>queryStringParameters</c>.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = NoValues;

    /// <summary>Header fields by case-insensitive name; of a repeated one the last value counts.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoValues;

    /// <summary>The route of method and path; null if there is none.</summary>
    /// <remarks>The host that reads the request finds it.</remarks>
    public required Route? Route { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public static IReadOnlyDictionary<string, string> NoValues { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
