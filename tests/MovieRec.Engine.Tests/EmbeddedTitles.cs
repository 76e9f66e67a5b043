using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;

namespace MovieRec.Engine.Tests;

/// <summary>The real catalogue in <c>data/</c>.</summary>
internal static class EmbeddedTitles
{
    private static readonly Lazy<Title[]> s_all = new(Read);

    public static Title[] All => s_all.Value;

    private static Title[] Read() =>
        [.. ((string[])["catalogue-movies.jsonl", "catalogue-tv.jsonl"]).SelectMany(file => Lines(RepositoryRoot.File("data", file)))];

    private static List<Title> Lines(string path)
    {
        using var lines = File.OpenText(path);
        return [.. CatalogueLines.Read(lines)];
    }
}
