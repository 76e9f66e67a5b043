using System.Text.Json;

namespace MovieRec.Lambda.Layer;

/// <summary>Result of <c>cognitojwt_verify</c> for a token.</summary>
/// <param name="Subject">The <c>sub</c> of an accepted token, else null.</param>
/// <param name="Reason">The rule that the token breaks, else null.</param>
/// <param name="Expected">What the rule expects, for the log.</param>
/// <param name="Actual">What the token has instead, for the log.</param>
internal sealed record LayerVerdict(string? Subject, string? Reason, string? Expected, string? Actual)
{
    /// <summary>The token may be accepted with newer keys.</summary>
    public bool IsKeyUnknown => Reason == "KidUnknown";

    /// <exception cref="JsonException">It is not the JSON of the interface.</exception>
    public static LayerVerdict Read(ReadOnlySpan<byte> json)
    {
        string? subject = null, reason = null, expected = null, actual = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("sub"u8))
                subject = Text(ref reader);
            else if (reader.ValueTextEquals("reason"u8))
                reason = Text(ref reader);
            else if (reader.ValueTextEquals("expected"u8))
                expected = Text(ref reader);
            else if (reader.ValueTextEquals("actual"u8))
                actual = Text(ref reader);
            else
                reader.Skip();
        }

        return new LayerVerdict(subject, reason, expected, actual);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }
}
