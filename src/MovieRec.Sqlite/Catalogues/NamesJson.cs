using System.Text.Json;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Conversion of lists of names to JSON arrays, which can hold any text; an empty list is empty text.</summary>
/// <remarks>
/// It does not use the serializer, which takes three times as long: tens of thousands of lists are read before the first response.
/// </remarks>
internal static class NamesJson
{
    public static string Write(IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : $"[{string.Join(',', names.Select(name => $"\"{JsonEncodedText.Encode(name)}\""))}]";

    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return [];
        var names = new List<string>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                names.Add(reader.GetString()!);
        }
        return names;
    }
}
