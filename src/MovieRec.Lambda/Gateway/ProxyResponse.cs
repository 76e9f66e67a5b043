using System.Text.Json;
using MovieRec.Api.Http;

namespace MovieRec.Lambda.Gateway;

/// <summary>Writes a function's response in API Gateway's format for proxy integrations.</summary>
internal static class ProxyResponse
{
    private const int NotModified = 304;

    public static ReadOnlyMemory<byte> Write(ApiResponse response) => WireJson.Write(response, static (writer, response) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode"u8, response.Status);
        writer.WriteStartObject("multiValueHeaders"u8);
        if (response.Status != NotModified)
            WriteField(writer, "Content-Type", [ApiResponse.ContentType]);
        foreach (var field in response.Headers.GroupBy(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase))
            WriteField(writer, field.Key, field);
        writer.WriteEndObject();
        writer.WriteString("body"u8, response.Status == NotModified ? [] : response.Body.Span);
        writer.WriteBoolean("isBase64Encoded"u8, value: false);
        writer.WriteEndObject();
    });

    private static void WriteField(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
