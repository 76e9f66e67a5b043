using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>List of whole numbers above 0; another value is an empty list, other items are left out.</summary>
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
