using System.Text;
using System.Text.Json;
using MovieRec.Api.Http;

namespace MovieRec.LocalHost.Packaged.Gateway;

/// <summary>Reads a function's response as strictly as API Gateway does for a proxy integration.</summary>
internal static class ProxyResult
{
    /// <returns>Null if it is not a proxy response; API Gateway then responds with 502.</returns>
    public static ApiResponse? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var response = JsonElement.Parse(json.Span);
            return response.ValueKind == JsonValueKind.Object && Status(response) is { } status && Body(response) is { } body
                ? new ApiResponse(status, body, Fields(response))
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static int? Status(JsonElement response) =>
        response.TryGetProperty("statusCode"u8, out var status) && status.ValueKind == JsonValueKind.Number
        && status.TryGetInt32(out var code) && code is >= 200 and <= 599
            ? code
            : null;

    private static ReadOnlyMemory<byte>? Body(JsonElement response)
    {
        if (!response.TryGetProperty("body"u8, out var body) || body.ValueKind == JsonValueKind.Null)
            return (ReadOnlyMemory<byte>?)ReadOnlyMemory<byte>.Empty;
        return response.TryGetProperty("isBase64Encoded"u8, out var encoded) && encoded.GetBoolean()
            ? body.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(body.GetString()!);
    }

    private static List<KeyValuePair<string, string>> Fields(JsonElement response)
    {
        var single = Members(response, "headers").Select(field => KeyValuePair.Create(field.Name, field.Value.ToString()));
        var several = Members(response, "multiValueHeaders")
            .SelectMany(field => field.Value.EnumerateArray().Select(value => KeyValuePair.Create(field.Name, value.ToString())));
        return [.. single.Concat(several).Where(field => !IsTheHosts(field.Key))];
    }

    /// <summary>Returns whether this host writes the field itself with every response.</summary>
    private static bool IsTheHosts(string field) =>
        field.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || field.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);

    private static JsonProperty[] Members(JsonElement response, string name) =>
        response.TryGetProperty(name, out var fields) && fields.ValueKind != JsonValueKind.Null ? [.. fields.EnumerateObject()] : [];
}
