using System.Globalization;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Puts a catalogue together out of records.</summary>
internal static class CatalogueBuilder
{
    /// <summary>Builds a catalogue from records; a record with an alias only adds a name to that title.</summary>
    /// <remarks>Embedded titles that are not replaced stand behind the source's: their popularity is not a measured figure.</remarks>
    public static CatalogueContent Build(IReadOnlyList<TitleRecord> records, IReadOnlyList<TitleKey> trending, DateTimeOffset now)
    {
        var there = new HashSet<TitleKey>(records.Count);
        foreach (var record in records)
            there.Add(record.Facts.Key);
        var titles = new List<Title>(records.Count);
        var aliases = new Dictionary<TitleKey, TitleKey>();
        var scale = ScaleOfEmbedded(records);
        foreach (var record in records)
        {
            // If the source's title is not in the store (yet), the embedded one is better than none.
            if (record.Alias is { } alias && there.Contains(alias))
                aliases[record.Facts.Key] = alias;
            else
                titles.Add(record.Facts.Key.IsEmbedded ? record.Facts with { Popularity = record.Facts.Popularity * scale } : record.Facts);
        }

        foreach (var (tmdb, embedded) in EmbeddedAliases.Create(titles))
            aliases.TryAdd(tmdb, embedded);
        // One order for any order of reading: the same titles give the same snapshot.
        titles.Sort(
            static (one, other) =>
                one.Key.Kind != other.Key.Kind ? one.Key.Kind.CompareTo(other.Key.Kind) : one.Key.Id.CompareTo(other.Key.Id));
        var shown = new List<TitleKey>(trending.Count);
        foreach (var key in trending)
        {
            if (there.Contains(key) && !shown.Contains(key))
                shown.Add(key);
        }

        var version = string.Create(CultureInfo.InvariantCulture, $"tmdb-{now.UtcDateTime:yyyyMMdd'T'HHmmss}");
        return new CatalogueContent(version, titles) { Trending = shown, Aliases = aliases };
    }

    /// <summary>
    /// Embedded popularities are percentiles, 0 to 100: the highest goes where a tenth of the source's titles are less popular.
    /// </summary>
    private static double ScaleOfEmbedded(IReadOnlyList<TitleRecord> records)
    {
        const double Highest = 100;
        var popularities = new List<double>(records.Count);
        foreach (var record in records)
        {
            if (!record.Facts.Key.IsEmbedded)
                popularities.Add(record.Facts.Popularity);
        }

        if (popularities.Count == 0)
            return 1;
        popularities.Sort();
        return popularities[popularities.Count / 10] / Highest;
    }
}
