using System.Globalization;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Catalogues;
using MovieRec.Cli.Ratings;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Learning;

/// <summary>
/// Which title of the catalogue an item of a ratings file is. A links file says so, with a header line: the item in <c>item</c>, <c>itemId</c> or
/// <c>movieId</c>; the title in <c>mediaId</c> (with <c>mediaType</c>, else a film) or <c>tmdbId</c>. Else an items file, whose titles join the
/// catalogue by name and year. Else the item itself, <c>movie#603</c> or a film's bare number.
/// </summary>
internal static class ItemKeys
{
    public static Func<string, TitleKey?> Create(string? links, string? items, CatalogueFolder catalogue)
    {
        if (links is not null)
        {
            var known = ReadLinks(links);
            return item => known.TryGetValue(item, out var key) ? key : null;
        }
        if (items is not null)
        {
            var facts = ItemsFile.Read(items);
            return item => facts.TryGetValue(item, out var known) ? catalogue.Find(known.Title, known.Year)?.Key : null;
        }
        return item =>
            TitleKey.TryParse(item, out var key) ? key : TitleKey.TryParseId(item, out var id) ? new TitleKey(MediaKind.Movie, id) : null;
    }

    private static Dictionary<string, TitleKey> ReadLinks(string path)
    {
        using var reader = new StreamReader(RatingsFile.Open(path));
        var header = reader.ReadLine() ?? "";
        var separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var names = Array.ConvertAll(header.Split(separator), name => name.Trim().Trim('"').ToLowerInvariant());
        int At(params string[] known) => Array.FindIndex(names, known.Contains);
        var (item, id, kind) = (At("item", "itemid", "movieid"), At("mediaid", "tmdbid"), At("mediatype"));
        if (item < 0 || id < 0)
            throw new ConfigurationException($"{path} is no links file: its first line must name item (or movieId) and mediaId or tmdbId.");
        var links = new Dictionary<string, TitleKey>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(separator);
            if (fields.Length <= Math.Max(item, id))
                continue;
            var isSeries = kind >= 0 && kind < fields.Length && fields[kind].Trim() == "tv";
            // MovieLens of old wrote numbers as 862.0.
            if (double.TryParse(fields[id].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number is >= 1 and <= TitleKey.MaxId)
            {
                links[fields[item].Trim()] = new TitleKey(isSeries ? MediaKind.Tv : MediaKind.Movie, (long)number);
            }
        }
        return links;
    }
}
