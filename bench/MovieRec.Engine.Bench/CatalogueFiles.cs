using System.Text.Json;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Reads the embedded catalogue's files, which have one JSON object per line.</summary>
internal static class CatalogueFiles
{
    public static List<Title> Read(string folder)
    {
        var titles = new List<Title>();
        foreach (var file in Directory.GetFiles(folder, "catalogue*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                titles.Add(GetTitle(json.RootElement));
            }
        }
        return titles;
    }

    private static Title GetTitle(JsonElement json)
    {
        _ = TitleKey.TryParseKind(Text(json, "mediaType"), out var kind);
        _ = TitleKey.TryParseId(Text(json, "mediaId"), out var id);
        return new Title
        {
            Key = new TitleKey(kind, id),
            Name = Text(json, "title")!,
            ReleaseDate = Text(json, "releaseDate"),
            GenreIds = [.. json.GetProperty("genreIds").EnumerateArray().Select(genre => genre.GetInt32())],
            Cast = Texts(json, "cast"),
            Directors = Texts(json, "directors"),
            Countries = Texts(json, "countries"),
            OriginalLanguage = Text(json, "originalLanguage"),
            RuntimeMinutes = json.TryGetProperty("runtime", out var runtime) ? runtime.GetInt32() : null,
            VoteAverage = json.TryGetProperty("voteAverage", out var vote) ? vote.GetDouble() : null,
            Popularity = json.GetProperty("popularity").GetDouble(),
        };
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];
}
