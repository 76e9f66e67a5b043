using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Converter of lists of numbers from 1 up; reads any other value as an empty list, and skips other items.</summary>
internal sealed class LenientNumbers : JsonConverter<int[]>
{
    public override bool HandleNull => true;

    public override int[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }
        var numbers = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var number = LenientNumber.ReadFrom(ref reader);
            if (number is >= 1 and <= int.MaxValue)
                numbers.Add((int)number);
        }
        return [.. numbers];
    }

    public override void Write(Utf8JsonWriter writer, int[] value, JsonSerializerOptions options) => throw new NotSupportedException();
}
