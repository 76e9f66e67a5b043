using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Converter of numbers, also in quotes; reads any other value as NaN, for which no comparison holds.</summary>
/// <remarks>All numbers are read as doubles, which hold every id exactly; a second type would add code to <c>bootstrap</c>.</remarks>
internal sealed class LenientNumber : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadFrom(ref reader);

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    public static double ReadFrom(ref Utf8JsonReader reader)
    {
        double number = 0;
        var isNumber = reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && Utf8Parser.TryParse(reader.ValueSpan, out number, out var used) && used == reader.ValueSpan.Length
                && double.IsFinite(number);
        reader.Skip();
        return isNumber ? number : double.NaN;
    }
}
