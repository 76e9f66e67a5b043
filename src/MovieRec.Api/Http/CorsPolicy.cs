namespace MovieRec.Api.Http;

/// <summary>
/// Which web origins a browser may call from. Functions echo an allowed origin and no other; preflight and the gateway's own errors
/// are the gateway's, from the same values.
/// </summary>
public sealed class CorsPolicy
{
    public const string DefaultOrigins = "http://localhost:3000,http://localhost:8080";
    public const string AllowedHeaders = "Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,If-Match";
    public const string ExposedHeaders = "ETag";
    public const string MaxAgeSeconds = "86400";

    private readonly HashSet<string> _origins;

    /// <param name="origins">At least one, each <c>scheme://host[:port]</c> without path; <c>*</c> is refused, since credentials are
    /// allowed.</param>
    /// <exception cref="FormatException">An origin is not one, or there is none; the message says which, in a sentence.</exception>
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

    /// <summary>
    /// What preflight answers as <c>Access-Control-Allow-Origin</c>: the origin if allowed, else the first, which a browser refuses.
    /// </summary>
    public string PreflightOrigin(string? origin) => Allows(origin) ? origin! : Origins[0];

    /// <summary>The fields of a function's answer to a request from <paramref name="origin"/>.</summary>
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
