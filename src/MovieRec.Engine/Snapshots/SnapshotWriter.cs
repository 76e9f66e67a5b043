using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Writer of snapshots, which contain the facts that scoring, filters, lists and search need.</summary>
/// <remarks>
/// Overviews, pictures and external ids are left out; they come from the titles' own records. <c>docs/data-model.md</c> describes the
/// format.
/// </remarks>
public static class SnapshotWriter
{
    /// <summary>Writes a catalogue; the same content gives the same bytes.</summary>
    /// <remarks>
    /// Titles keep their order, and facts their exact values, with three exceptions:
    /// <list type="bullet">
    /// <item><description>of a title's people only the first ten of the cast and four directors with different tokens are
    /// written;</description></item>
    /// <item><description>a release date that is neither <c>yyyy</c> nor <c>yyyy-MM-dd</c> becomes the year that <see cref="Title.Year"/>
    /// reads from it, or null;</description></item>
    /// <item><description>invalid Unicode (half a surrogate pair) becomes U+FFFD.</description></item>
    /// </list>
    /// </remarks>
    /// <param name="content">Content with people's names; tokens would be written as names.</param>
    /// <exception cref="ArgumentException">The catalogue takes more than 256 MiB uncompressed: about two million titles.</exception>
    public static EncodedSnapshot Write(CatalogueContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (titles, people, columns) = (content.Titles, new PeopleColumns(), new ColumnWriter());
        columns.Texts([content.Version]);
        columns.Keys(GetKeys(titles));
        columns.Texts([.. titles.Select(title => title.Name)]);
        columns.Texts([.. titles.Select(title => title.OriginalName)]);
        FactColumns.WriteDates(columns, titles);
        FactColumns.WriteGenres(columns, titles);
        FactColumns.WriteCountries(columns, titles);
        FactColumns.WriteCodes(columns, titles, title => title.OriginalLanguage);
        FactColumns.WriteCodes(columns, titles, title => title.Certification);
        FactColumns.WriteFigures(columns, titles, title => title.RuntimeMinutes);
        FactColumns.WriteVotes(columns, titles);
        FactColumns.WriteFigures(columns, titles, title => title.VoteCount);
        FactColumns.WritePopularities(columns, titles);
        foreach (var title in titles)
            people.Add(title);
        people.Write(columns);
        WriteKeywords(columns, titles);
        columns.Keys([.. content.Trending]);
        WriteAliases(columns, content.Aliases);
        var core = SnapshotSection.Close(SnapshotSection.CoreMagic, [], columns.Written);
        var names = new ColumnWriter();
        names.Texts(people.Names);
        return new EncodedSnapshot(
            core, SnapshotSection.Close(SnapshotSection.NamesMagic, SnapshotSection.GetChecksum(core), names.Written));
    }

    private static List<TitleKey> GetKeys(IReadOnlyList<Title> titles)
    {
        var keys = new List<TitleKey>(titles.Count);
        foreach (var title in titles)
            keys.Add(title.Key);
        return keys;
    }

    // All keywords of a title: the filters also read those beyond the number that features use.
    private static void WriteKeywords(ColumnWriter columns, IReadOnlyList<Title> titles)
    {
        var (counts, keywords) = (new List<ulong>(titles.Count), new DictionaryEncoder());
        foreach (var title in titles)
        {
            counts.Add((ulong)title.Keywords.Count);
            foreach (var keyword in title.Keywords)
                keywords.Add(keyword);
        }
        var (numbers, texts) = keywords.Close(0);
        columns.Numbers(counts);
        columns.Numbers(numbers);
        columns.Texts(texts);
    }

    private static void WriteAliases(ColumnWriter columns, IReadOnlyDictionary<TitleKey, TitleKey> aliases)
    {
        var (from, to) = (new List<TitleKey>(aliases.Count), new List<TitleKey>(aliases.Count));
        foreach (var alias in aliases)
            from.Add(alias.Key);
        // Sorted, because the order of a dictionary is not part of the content and equal content must give equal bytes.
        from.Sort((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : a.Id.CompareTo(b.Id));
        foreach (var alias in from)
            to.Add(aliases[alias]);
        columns.Keys(from);
        columns.Keys(to);
    }
}
