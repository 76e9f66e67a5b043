using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Number, also in quotes; another value is NaN, for which no comparison holds.</summary>
/// <remarks>All numbers are of this type: it holds every id, and another type would be more code in <c>bootstrap</c>.</remarks>
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
