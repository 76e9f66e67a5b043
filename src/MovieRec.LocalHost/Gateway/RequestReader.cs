using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using MovieRec.Api.Http;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Makes a function's request of an HTTP request.</summary>
internal static class RequestReader
{
    public static ApiRequest Read(HttpContext context, Route route, string requestId, ReadOnlyMemory<byte> body) => new()
    {
        Method = route.Method,
        Path = route.Path,
        RequestId = requestId,
        Query = Query(context.Request.QueryString),
        Headers = Headers(context.Request.Headers),
        Body = body,
    };

    /// <summary>
    /// The body, of which no more than one byte beyond the route's limit is kept (the function's edge then says that it is too large);
    /// null for one that the gateway itself refuses.
    /// </summary>
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

    /// <summary>Reads what is left, so that the caller is ready for the answer; false where it is more than the gateway takes.</summary>
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

    /// <summary>Percent-decodes; bytes that are no UTF-8 become U+FFFD, which the functions refuse, rather than staying as they are written.</summary>
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
