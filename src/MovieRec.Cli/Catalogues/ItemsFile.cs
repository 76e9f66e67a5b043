using System.Globalization;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Ratings;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Catalogues;

/// <summary>Facts about one item of an items file.</summary>
internal sealed record ItemFacts(string Item, string Title, int? Year, int[] GenreIds);

/// <summary>Reads an items file: tab-separated, with a header line.</summary>
/// <remarks>The header names <c>item</c>, <c>title</c> and, if known, <c>year</c> and <c>genres</c> (MovieLens' names separated by
/// bars).</remarks>
internal static class ItemsFile
{
    public static Dictionary<string, ItemFacts> Read(string path)
    {
        using var reader = new StreamReader(RatingsFile.Open(path));
        var header = (reader.ReadLine() ?? "").Split('\t');
        var (item, title, year, genres) =
            (Array.IndexOf(header, "item"), Array.IndexOf(header, "title"), Array.IndexOf(header, "year"), Array.IndexOf(header, "genres"));
        if (item < 0 || title < 0)
            throw new ConfigurationException($"{path} is not an items file: its first line must name item and title, separated by tabs.");
        var items = new Dictionary<string, ItemFacts>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (fields.Length <= Math.Max(item, title))
                continue;
            string? Field(int at) => at >= 0 && at < fields.Length && fields[at].Length > 0 ? fields[at] : null;
            items[fields[item]] = new ItemFacts(
                fields[item], fields[title], int.TryParse(Field(year), NumberStyles.None, CultureInfo.InvariantCulture, out var known)
                    ? known
                    : null,
                GetGenres(Field(genres)));
        }
        return items;
    }

    // Genres that only MovieLens names: IMAX is not a genre and is ignored; film noir maps to crime and mystery.
    private static int[] GetGenres(string? names) =>
    [
        .. (names ?? "").Split('|').SelectMany(name => name switch
        {
            "Children" => [10751],
            "Musical" => [10402],
            "Film-Noir" => [80, 9648],
            _ => Genres.TryParse(name, out var genre) ? new[] { genre } : [],
        }).Distinct(),
    ];
}
