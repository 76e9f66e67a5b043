using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace MovieRec.Aws.Preferences;

/// <summary>Preferences as an older service wrote them: every attribute of the item is a field of the document.</summary>
internal static class LegacyPreferencesItem
{
    public static byte[] Read(Dictionary<string, AttributeValue> item, string except)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            var fields = item.Where(field => field.Key != TableSchema.UserId && field.Key != except);
            Write(json, fields.ToDictionary(StringComparer.Ordinal));
        }
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Dictionary<string, AttributeValue> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AttributeValue value)
    {
        var values = value.L ?? value.SS?.Select(text => new AttributeValue { S = text })
            ?? value.NS?.Select(number => new AttributeValue { N = number });
        if (value.S is not null)
            json.WriteStringValue(value.S);
        else if (value.N is not null)
            json.WriteRawValue(value.N);
        else if (value.BOOL is { } flag)
            json.WriteBooleanValue(flag);
        else if (value.M is not null)
            Write(json, value.M);
        else if (values is not null)
            Write(json, values);
        else
            json.WriteNullValue();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<AttributeValue> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            Write(json, value);
        json.WriteEndArray();
    }
}
