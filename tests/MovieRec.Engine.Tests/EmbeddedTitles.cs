using MovieRec.Api.Media;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests;

/// <summary>The real catalogue of <c>data/</c>.</summary>
internal static class EmbeddedTitles
{
    private static readonly Lazy<Title[]> s_all = new(Read);

    public static Title[] All => s_all.Value;

    private static Title[] Read()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "MovieRec.slnx")))
            at = at.Parent;
        return [.. ((string[])["catalogue-movies.jsonl", "catalogue-tv.jsonl"]).SelectMany(file => Lines(Path.Combine(at.FullName, "data", file)))];
    }

    private static List<Title> Lines(string path)
    {
        using var lines = File.OpenText(path);
        return [.. CatalogueLines.Read(lines)];
    }
}
