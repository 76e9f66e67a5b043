using System.Text.Json;

namespace MovieRec.Lambda.Layer;

/// <summary>Result of <c>cognitojwt_verify</c> for a token.</summary>
internal sealed record LayerAnswer
{
    public string? Subject { get; private init; }

    public string? Reason { get; private init; }

    public string? Expected { get; private init; }

    public string? Actual { get; private init; }

    public bool KeysUnavailable { get; private init; }

    /// <exception cref="JsonException">It is not the JSON of the interface.</exception>
    public static LayerAnswer Read(ReadOnlySpan<byte> json)
    {
        string? subject = null, reason = null, expected = null, actual = null;
        var keysUnavailable = false;
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
            else if (reader.ValueTextEquals("keysUnavailable"u8))
                keysUnavailable = reader.Read() && reader.TokenType == JsonTokenType.True;
            else
                reader.Skip();
        }

        return new LayerAnswer
        {
            Subject = subject,
            Reason = reason,
            Expected = expected,
            Actual = actual,
            KeysUnavailable = keysUnavailable,
        };
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }
}
