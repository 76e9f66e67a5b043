using System.Globalization;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Catalogues;
using MovieRec.Cli.Ratings;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Learning;

/// <summary>Mapping of the items of a ratings file to titles of the catalogue.</summary>
/// <remarks>A links file, if given, maps them. Its header line names the item (<c>item</c>, <c>itemId</c> or <c>movieId</c>) and the title:
/// <c>mediaId</c> (with <c>mediaType</c>, else a film) or <c>tmdbId</c>. Without one, an items file maps items by name and year. Without
/// both, the item is the key: <c>movie#603</c>, or the number of a film.</remarks>
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
        {
            throw new ConfigurationException(
                $"{path} is not a links file: its first line must name item or movieId, and mediaId or tmdbId.");
        }
        var links = new Dictionary<string, TitleKey>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(separator);
            if (fields.Length <= Math.Max(item, id))
                continue;
            var isSeries = kind >= 0 && kind < fields.Length && fields[kind].Trim() == "tv";
            // Old MovieLens files have numbers such as 862.0.
            if (double.TryParse(fields[id].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number is >= 1 and <= TitleKey.MaxId)
            {
                links[fields[item].Trim()] = new TitleKey(isSeries ? MediaKind.Tv : MediaKind.Movie, (long)number);
            }
        }
        return links;
    }
}
