using System.Text.Json;
using System.Text.Json.Serialization;

namespace MovieRec.Sqlite.Media;

/// <summary>Lists of names as JSON arrays: any text survives in them. An empty list is empty text.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class NamesJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : JsonSerializer.Serialize(names, Default.IReadOnlyListString);

    public static IReadOnlyList<string> Read(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize(text, Default.StringArray)!;
}
