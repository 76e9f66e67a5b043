using System.Text.Json;

namespace MovieRec.Lambda.Gateway;

/// <summary>Names with one or several values, of which the last one counts.</summary>
internal static class ProxyValues
{
    public static Dictionary<string, string>? Next(ref Utf8JsonReader reader, StringComparer names)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var values = new Dictionary<string, string>(names);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = ProxyText.Read(ref reader);
            if (Value(ref reader) is { } value)
                values[name] = value;
        }

        return values;
    }

    private static string? Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return ProxyText.Read(ref reader);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        string? last = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
                last = ProxyText.Read(ref reader);
            else
                reader.Skip();
        }

        return last;
    }
}
