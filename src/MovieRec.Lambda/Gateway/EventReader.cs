using System.Text.Json;
using MovieRec.Api;
using MovieRec.Api.Http;

namespace MovieRec.Lambda.Gateway;

/// <summary>Reads an event in one pass, without an intermediate JSON document.</summary>
internal static class EventReader
{
    /// <param name="json">The event in UTF-8; the result does not refer to it.</param>
    /// <param name="requestId">The request's id if the gateway gives none.</param>
    /// <exception cref="InvalidEventException">It is neither a REST proxy event nor a scheduled one.</exception>
    public static LambdaEvent Read(ReadOnlySpan<byte> json, string requestId)
    {
        var fields = new EventFields();
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new InvalidEventException("The event is not a JSON object.");
            ReadFields(ref reader, fields);
            // Anything after the object is an error too.
            reader.Read();
        }
        catch (JsonException)
        {
            // The message of the JsonException quotes the event.
            throw new InvalidEventException("The event is not JSON.");
        }

        if (fields is { Source: "aws.events", DetailType: "Scheduled Event" })
            return new LambdaEvent.Scheduled(new ScheduledEvent(fields.Id ?? requestId, fields.Time ?? ""));
        if (fields.Method is null || !fields.HasContext || ProxyPath.Read(fields) is not { } path)
            throw new InvalidEventException("The event is neither a REST proxy event (payload 1.0) nor a scheduled one.");
        var method = fields.Method.ToUpperInvariant();
        return new LambdaEvent.Proxied(new ApiRequest
        {
            Method = method,
            Path = path,
            Route = Routes.Find(method, path),
            RequestId = string.IsNullOrEmpty(fields.RequestId) ? requestId : fields.RequestId,
            Query = fields.AllQuery ?? fields.Query ?? ApiRequest.NoValues,
            Headers = fields.AllHeaders ?? fields.Headers ?? ApiRequest.NoValues,
            Body = fields.IsBase64Encoded ? ProxyBody.Decode(fields.Body) : fields.Body,
        });
    }

    private static void ReadFields(ref Utf8JsonReader reader, EventFields fields)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("httpMethod"u8))
                fields.Method = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("resource"u8))
                fields.Resource = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("path"u8))
                fields.Path = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("headers"u8))
                fields.Headers = ProxyValues.Next(ref reader, StringComparer.OrdinalIgnoreCase);
            else if (reader.ValueTextEquals("multiValueHeaders"u8))
                fields.AllHeaders = ProxyValues.Next(ref reader, StringComparer.OrdinalIgnoreCase);
            else if (reader.ValueTextEquals("queryStringParameters"u8))
                fields.Query = ProxyValues.Next(ref reader, StringComparer.Ordinal);
            else if (reader.ValueTextEquals("multiValueQueryStringParameters"u8))
                fields.AllQuery = ProxyValues.Next(ref reader, StringComparer.Ordinal);
            else if (reader.ValueTextEquals("body"u8))
                fields.Body = ProxyBody.Next(ref reader);
            else if (reader.ValueTextEquals("isBase64Encoded"u8))
                fields.IsBase64Encoded = ProxyBody.NextFlag(ref reader);
            else if (reader.ValueTextEquals("requestContext"u8))
                ReadContext(ref reader, fields);
            else if (reader.ValueTextEquals("source"u8))
                fields.Source = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("detail-type"u8))
                fields.DetailType = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                fields.Id = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("time"u8))
                fields.Time = ProxyText.Next(ref reader);
            else
                reader.Skip();
        }
    }

    private static void ReadContext(ref Utf8JsonReader reader, EventFields fields)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        fields.HasContext = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourcePath"u8))
                fields.ResourcePath = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("requestId"u8))
                fields.RequestId = ProxyText.Next(ref reader);
            else if (reader.ValueTextEquals("stage"u8))
                fields.Stage = ProxyText.Next(ref reader);
            else
                reader.Skip();
        }
    }
}
