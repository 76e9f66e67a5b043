using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Converter that reads <c>true</c>, <c>"true"</c> and 1 as true and any other value as false.</summary>
internal sealed class LenientFlag : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var flag = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.String => reader.ValueSpan.SequenceEqual("true"u8),
            JsonTokenType.Number => reader.ValueSpan.SequenceEqual("1"u8),
            _ => false,
        };
        reader.Skip();
        return flag;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
