namespace MovieRec.Api.Http;

/// <summary>Web origins that a browser may call from.</summary>
/// <remarks>
/// Functions echo an allowed origin and no other. Preflight and the gateway's own errors come from the gateway, with the same values.
/// </remarks>
public sealed class CorsPolicy
{
    public const string DefaultOrigins = "http://localhost:3000,http://localhost:8080";
    public const string AllowedHeaders = "Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,If-Match";
    public const string ExposedHeaders = "ETag";
    public const string MaxAgeSeconds = "86400";

    private readonly HashSet<string> _origins;

    /// <param name="origins">At least one, each <c>scheme://host[:port]</c> without path; <c>*</c> is rejected, since credentials are
    /// allowed.</param>
    /// <exception cref="FormatException">An origin is not valid, or there is none; the message is a sentence that names it.</exception>
    public CorsPolicy(IReadOnlyList<string> origins)
    {
        if (origins.Count == 0)
            throw new FormatException($"Name at least one allowed origin, such as {DefaultOrigins}.");
        foreach (var origin in origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
                || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                throw new FormatException(
                    $"'{origin}' is not an origin: write scheme, host and port alone, such as https://films.example.com.");
            }
        }

        Origins = origins;
        _origins = new HashSet<string>(origins, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Origins { get; }

    /// <summary>Reads a comma-separated list.</summary>
    public static CorsPolicy Parse(string origins) =>
        new(origins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public bool Allows(string? origin) => origin is not null && _origins.Contains(origin);

    /// <summary>Returns <c>Access-Control-Allow-Origin</c> of preflight: the origin if allowed, else the first, which a browser
    /// rejects.</summary>
    public string PreflightOrigin(string? origin) => Allows(origin) ? origin! : Origins[0];

    /// <summary>Returns the CORS header fields of a response to a request from <paramref name="origin"/>.</summary>
    public IEnumerable<KeyValuePair<string, string>> FieldsFor(string? origin)
    {
        if (Allows(origin))
        {
            yield return new("Access-Control-Allow-Origin", origin!);
            yield return new("Access-Control-Allow-Credentials", "true");
            yield return new("Access-Control-Expose-Headers", ExposedHeaders);
        }

        yield return new("Vary", "Origin");
    }
}
