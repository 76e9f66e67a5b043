using System.Text.Json;
using System.Text.Unicode;

namespace MovieRec.Jwt.Text;

/// <summary>Error that <see cref="StrictJson"/> found.</summary>
internal enum JsonFault
{
    None = 0,
    NotUtf8,
    NotAnObject,
    Malformed,
    DuplicateName,
}

/// <summary>A member of the outermost object: its type, and its value if it is a number.</summary>
/// <param name="Type">The type of the value's first token.</param>
/// <param name="Number">The number; NaN for other types.</param>
/// <param name="IsStringArray">True for an array of only strings; also for an empty one.</param>
internal readonly record struct JsonMember(JsonTokenType Type, double Number, bool IsStringArray);

/// <summary>Reads a JSON object and rejects everything that lenient parsers read in different ways.</summary>
/// <remarks>
/// That is bad UTF-8, half surrogate pairs, comments, text after the end, and deep nesting. It is also a name twice in an object at
/// any depth (compared after unescaping).
/// </remarks>
internal static class StrictJson
{
    /// <summary>Maximum levels of nesting; Cognito's tokens have 2, a JWKS has 3.</summary>
    public const int MaxDepth = 16;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    public static JsonFault Read(ReadOnlySpan<byte> utf8, out Dictionary<string, JsonMember> members)
    {
        members = new Dictionary<string, JsonMember>(StringComparer.Ordinal);
        if (!Utf8.IsValid(utf8))
            return JsonFault.NotUtf8;
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return JsonFault.NotAnObject;
            if (!ReadObject(ref reader, members))
                return JsonFault.DuplicateName;
            return reader.Read() ? JsonFault.Malformed : JsonFault.None;
        }
        catch (JsonException)
        {
            return JsonFault.Malformed;
        }
        catch (InvalidOperationException)
        {
            // GetString throws this for an escaped half of a surrogate pair, the only text that UTF-8 cannot encode.
            return JsonFault.NotUtf8;
        }
    }

    private static bool ReadObject(ref Utf8JsonReader reader, Dictionary<string, JsonMember> members)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!ReadValue(ref reader, out var member) || !members.TryAdd(name, member))
                return false;
        }
        return true;
    }

    private static bool ReadValue(ref Utf8JsonReader reader, out JsonMember member)
    {
        member = new JsonMember(reader.TokenType, double.NaN, false);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, new Dictionary<string, JsonMember>(StringComparer.Ordinal));
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, ref member);
            case JsonTokenType.Number:
                // 1e309 reads as infinity.
                member = member with { Number = reader.TryGetDouble(out var number) ? number : double.NaN };
                return true;
            case JsonTokenType.String when reader.ValueIsEscaped:
                reader.GetString();
                return true;
            default:
                return true;
        }
    }

    private static bool ReadArray(ref Utf8JsonReader reader, ref JsonMember member)
    {
        var onlyStrings = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            onlyStrings &= reader.TokenType == JsonTokenType.String;
            if (!ReadValue(ref reader, out _))
                return false;
        }
        member = member with { IsStringArray = onlyStrings };
        return true;
    }
}
