using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>
/// Writes a catalogue as a snapshot: what scoring, rules, lists and search need of every title. Overview, pictures and the ids of others
/// are
/// not in it; they come from single title records. <c>docs/data-model.md</c> has the format.
/// </summary>
public static class SnapshotWriter
{
    /// <summary>
    /// Writes a catalogue; the same content gives the same bytes. Titles keep their order and every fact of the snapshot its exact value,
    /// but:
    /// of the people of a title the first ten of the cast and four directors whose tokens differ; a release date that is neither
    /// <c>yyyy</c> nor <c>yyyy-MM-dd</c> becomes the year that <see cref="Title.Year"/> reads in it, or null; and what is no Unicode in a
    /// text (half a surrogate pair) becomes U+FFFD.
    /// </summary>
    /// <param name="content">With people's names; tokens would be written as names.</param>
    /// <exception cref="ArgumentException">The catalogue takes more than 256 MiB before compression: some two million titles.</exception>
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

    // All of them: the rules read keywords that the features no longer do.
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
        // A dictionary's order is no part of the content.
        from.Sort((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : a.Id.CompareTo(b.Id));
        foreach (var alias in from)
            to.Add(aliases[alias]);
        columns.Keys(from);
        columns.Keys(to);
    }
}
