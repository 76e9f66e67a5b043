using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MovieRec.Tmdb.Wire;

/// <summary>Converter of lists of objects or texts; reads any other value as an empty list, and skips other items.</summary>
internal sealed class LenientList<T> : JsonConverter<List<T>>
    where T : class
{
    public override bool HandleNull => true;

    public override List<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var items = new List<T>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return items;
        }
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        var wanted = typeof(T) == typeof(string) ? JsonTokenType.String : JsonTokenType.StartObject;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != wanted)
                reader.Skip();
            else if (JsonSerializer.Deserialize(ref reader, type) is { } item)
                items.Add(item);
        }
        return items;
    }

    public override void Write(Utf8JsonWriter writer, List<T> value, JsonSerializerOptions options) => throw new NotSupportedException();
}
