using System.Text;
using System.Text.Json;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Gateway;

namespace MovieRec.LocalHost.Packaged.Gateway;

/// <summary>Writes a request as API Gateway's event for a function of a REST API: a proxy event, payload 1.0.</summary>
/// <remarks>The API has no binary media types, so every body is written as text, and bytes that are not UTF-8 are replaced.</remarks>
internal static class ProxyEvent
{
    private const string SourceIp = "127.0.0.1";

    public static ReadOnlyMemory<byte> Write(ApiRequest request) => WireJson.Write(request, static (writer, request) =>
    {
        writer.WriteStartObject();
        writer.WriteString("resource"u8, request.Path);
        writer.WriteString("path"u8, request.Path);
        writer.WriteString("httpMethod"u8, request.Method);
        WriteValues(writer, "headers", "multiValueHeaders", request.Headers);
        WriteValues(writer, "queryStringParameters", "multiValueQueryStringParameters", request.Query);
        writer.WriteNull("pathParameters"u8);
        writer.WriteNull("stageVariables"u8);
        WriteContext(writer, request);
        if (request.Body.IsEmpty)
            writer.WriteNull("body"u8);
        else
            writer.WriteString("body"u8, Encoding.UTF8.GetString(request.Body.Span));
        writer.WriteBoolean("isBase64Encoded"u8, value: false);
        writer.WriteEndObject();
    });

    /// <summary>Writes each value alone and in a list of one; this gateway passes only the last of repeated fields.</summary>
    private static void WriteValues(Utf8JsonWriter writer, string one, string several, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
        {
            writer.WriteNull(one);
            writer.WriteNull(several);
            return;
        }

        writer.WriteStartObject(one);
        foreach (var (name, value) in values)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteStartObject(several);
        foreach (var (name, value) in values)
        {
            writer.WriteStartArray(name);
            writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter writer, ApiRequest request)
    {
        writer.WriteStartObject("requestContext"u8);
        writer.WriteString("accountId"u8, "000000000000"u8);
        writer.WriteString("apiId"u8, "local"u8);
        writer.WriteString("resourcePath"u8, request.Path);
        writer.WriteString("httpMethod"u8, request.Method);
        writer.WriteString("path"u8, ApiGateway.Stage + request.Path);
        writer.WriteString("stage"u8, ApiGateway.Stage.AsSpan(1));
        writer.WriteString("protocol"u8, "HTTP/1.1"u8);
        writer.WriteString("requestId"u8, request.RequestId);
        writer.WriteStartObject("identity"u8);
        writer.WriteString("sourceIp"u8, SourceIp);
        writer.WriteString("userAgent"u8, request.Headers.GetValueOrDefault("User-Agent"));
        writer.WriteEndObject();
        if (request.Route is { Access: Access.Protected })
            AuthorizerClaims.Write(writer, request.Headers.GetValueOrDefault("Authorization"));
        writer.WriteEndObject();
    }
}
