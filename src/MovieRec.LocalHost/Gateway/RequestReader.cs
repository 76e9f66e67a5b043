using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using MovieRec.Api.Http;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Converts an HTTP request to a function's request.</summary>
internal static class RequestReader
{
    public static ApiRequest Read(HttpContext context, Route route, string requestId, ReadOnlyMemory<byte> body) => new()
    {
        Method = route.Method,
        Path = route.Path,
        Route = route,
        RequestId = requestId,
        Query = Query(context.Request.QueryString),
        Headers = Headers(context.Request.Headers),
        Body = body,
    };

    /// <summary>Reads the body up to one byte beyond the route's limit; null if the gateway itself rejects it.</summary>
    /// <remarks>With that one byte the function's pipeline detects and reports that the body is too large.</remarks>
    public static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context, int limit)
    {
        var request = context.Request;
        if (request.ContentLength == 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
            return ReadOnlyMemory<byte>.Empty;
        if (request.ContentLength > GatewayLimits.MaxBody)
            return null;
        var kept = new byte[Math.Min(limit + 1, request.ContentLength ?? (limit + 1))];
        var length = await request.Body.ReadAtLeastAsync(kept, kept.Length, throwOnEndOfStream: false, context.RequestAborted);
        return await DrainAsync(context, length) ? (ReadOnlyMemory<byte>?)kept.AsMemory(0, length) : null;
    }

    /// <summary>Reads the rest so that the client can receive the response; false if the gateway's limit is exceeded.</summary>
    private static async Task<bool> DrainAsync(HttpContext context, long length)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            length += read;
            if (length > GatewayLimits.MaxBody)
                return false;
        }

        return true;
    }

    private static IReadOnlyDictionary<string, string> Query(QueryString query)
    {
        if (!query.HasValue)
            return ApiRequest.NoValues;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(query.Value))
            values[Decode(pair.EncodedName)] = Decode(pair.EncodedValue);
        return values;
    }

    /// <summary>Percent-decodes; invalid UTF-8 becomes U+FFFD, which the functions reject, instead of staying encoded.</summary>
    private static string Decode(ReadOnlyMemory<char> encoded)
    {
        if (!encoded.Span.ContainsAny('%', '+'))
            return encoded.ToString();
        var bytes = Encoding.UTF8.GetBytes(encoded.ToString());
        return Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
    }

    private static Dictionary<string, string> Headers(IHeaderDictionary fields)
    {
        var headers = new Dictionary<string, string>(fields.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
            headers[field.Key] = field.Value.Count == 0 ? "" : field.Value[^1] ?? "";
        return headers;
    }
}
