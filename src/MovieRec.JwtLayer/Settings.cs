using System.Text.Json;

namespace MovieRec.JwtLayer;

/// <summary>Settings of <c>cognitojwt_configure</c>: the rules for accepting a token.</summary>
internal sealed record Settings
{
    public string? Issuer { get; private set; }

    public string[] ClientIds { get; private set; } = [];

    public string? Scope { get; private set; }

    public int LeewaySeconds { get; private set; }

    /// <summary>Reads the settings without a serializer, which would be a fifth of the library.</summary>
    /// <exception cref="ArgumentException">It is not a JSON object with only these members.</exception>
    public static Settings Read(ReadOnlySpan<byte> json)
    {
        var settings = new Settings();
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new ArgumentException("The settings are not a JSON object.", nameof(json));
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                settings.ReadMember(ref reader);
            reader.Read();
            return settings;
        }
        catch (JsonException wrong)
        {
            throw new ArgumentException("The settings are not JSON.", nameof(json), wrong);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            throw new ArgumentException("A member of the settings is not of the type that cognitojwt.h gives it.", nameof(json), wrong);
        }
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        reader.Read();
        switch (name)
        {
            case "issuer":
                Issuer = reader.GetString();
                break;
            case "clientIds":
                ClientIds = ReadTexts(ref reader);
                break;
            case "scope":
                Scope = reader.GetString();
                break;
            case "leewaySeconds":
                LeewaySeconds = reader.GetInt32();
                break;
            default:
                throw new ArgumentException($"The settings have a member {name}, which cognitojwt.h does not know.", nameof(reader));
        }
    }

    private static string[] ReadTexts(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new FormatException();
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            texts.Add(reader.GetString() ?? "");
        return [.. texts];
    }
}
