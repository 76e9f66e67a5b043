using System.Text.Json;

namespace MovieRec.ColdStart.Bench;

/// <summary>Event that API Gateway's REST proxy integration (payload 1.0) creates for a request.</summary>
internal static class ProxyEvent
{
    public const string Origin = "http://localhost:3000";

    /// <param name="accessToken">Access token; null for a public route.</param>
    /// <param name="path">Path, as in the route table.</param>
    /// <param name="query">Query parameters, not encoded.</param>
    public static byte[] Write(string? accessToken, string path = "/user/favourites", IReadOnlyDictionary<string, string>? query = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Accept"] = "application/json",
            ["Accept-Encoding"] = "gzip, deflate, br, zstd",
            ["Accept-Language"] = "en-GB,en;q=0.9",
            ["CloudFront-Viewer-Country"] = "GB",
            ["Host"] = "abcdef1234.execute-api.eu-west-1.amazonaws.com",
            ["origin"] = Origin,
            ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            ["X-Amzn-Trace-Id"] = "Root=1-692f0c11-1c2d3e4f5a6b7c8d9e0f1a2b",
            ["X-Forwarded-For"] = "203.0.113.7",
            ["X-Forwarded-Port"] = "443",
            ["X-Forwarded-Proto"] = "https",
        };
        if (accessToken is not null)
            headers["Authorization"] = $"Bearer {accessToken}";
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            resource = path,
            path,
            httpMethod = "GET",
            headers,
            multiValueHeaders = headers.ToDictionary(field => field.Key, field => new[] { field.Value }, StringComparer.Ordinal),
            queryStringParameters = query,
            multiValueQueryStringParameters =
                query?.ToDictionary(field => field.Key, field => new[] { field.Value }, StringComparer.Ordinal),
            pathParameters = (object?)null,
            stageVariables = (object?)null,
            requestContext = new
            {
                resourceId = "a1b2c3",
                resourcePath = path,
                httpMethod = "GET",
                extendedRequestId = "UxyzAbCdEfGhIjk=",
                requestTime = "22/Nov/2026:13:00:00 +0000",
                path = $"/prod{path}",
                accountId = "000000000000",
                protocol = "HTTP/1.1",
                stage = "prod",
                domainPrefix = "abcdef1234",
                requestTimeEpoch = 1_795_352_400_000,
                requestId = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
                identity = new { sourceIp = "203.0.113.7", userAgent = headers["User-Agent"], user = (string?)null },
                domainName = headers["Host"],
                apiId = "abcdef1234",
            },
            body = (string?)null,
            isBase64Encoded = false,
        });
    }
}
