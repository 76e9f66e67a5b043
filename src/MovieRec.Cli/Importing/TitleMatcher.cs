using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>The catalogue's title for a row, or the reason why there is none.</summary>
internal sealed record Match(Title? Title, string Why)
{
    public static Match Unknown { get; } = new(null, "not in the catalogue");

    public static Match Ambiguous { get; } = new(null, "several titles have that name");

    public static Match From(Title title) => new(title, "");
}

/// <summary>Finds the titles of rows by TMDB's id, else by IMDb's id, else by name and year.</summary>
/// <remarks>A year more or less is accepted if only one title then has the name, since sources differ on which date is the release. Without
/// a kind, films are preferred to series.</remarks>
internal sealed class TitleMatcher
{
    private readonly Dictionary<TitleKey, Title> _byKey = [];
    private readonly Func<string, TitleKey?> _keyOfImdbId;
    private readonly NameIndex<Title> _names = new();
    private readonly NameIndex<Title> _originals = new();
    private readonly NameIndex<Title> _withoutArticle = new();
    private readonly NameIndex<Title> _withoutSubtitle = new();

    /// <param name="titles">Titles of the current catalogue, in any order.</param>
    /// <param name="keyOfImdbId">Looks up IMDb's ids that <paramref name="titles"/> lack.</param>
    public TitleMatcher(IReadOnlyList<Title> titles, Func<string, TitleKey?>? keyOfImdbId = null)
    {
        var byImdbId = new Dictionary<string, TitleKey>(StringComparer.Ordinal);
        foreach (var title in titles)
        {
            _byKey[title.Key] = title;
            if (title.TmdbId is { } number)
                _byKey.TryAdd(new TitleKey(title.Key.Kind, number), title);
            if (title.ImdbId is { } id)
                byImdbId.TryAdd(id, title.Key);
            _names.Add(title.Name, title);
            _originals.Add(title.OriginalName, title);
            _withoutArticle.Add(NameVariants.WithoutArticle(title.Name), title);
            _withoutSubtitle.Add(NameVariants.WithoutSubtitle(title.Name), title);
        }
        _keyOfImdbId = id => byImdbId.TryGetValue(id, out var key) ? key : keyOfImdbId?.Invoke(id);
    }

    /// <summary>Returns the title of a key; null if the catalogue lacks it.</summary>
    public Title? Find(TitleKey key) => _byKey.GetValueOrDefault(key);

    public Match Find(ImportedRow row)
    {
        if (row is { TmdbId: { } number, Kind: { } kind } && Find(new TitleKey(kind, number)) is { } byNumber)
            return Match.From(byNumber);
        if (row.ImdbId is { } id && _keyOfImdbId(id) is { } key && Find(key) is { } byId)
            return Match.From(byId);
        var original = row.OriginalName ?? row.Name;
        return Pick(_names.Find(row.Name), row, near: true)
            ?? Pick(_names.Find(original), row, near: true)
            ?? Pick(_originals.Find(original), row, near: true)
            ?? Pick(_originals.Find(row.Name), row, near: true)
            ?? Loosely(row)
            ?? Match.Unknown;
    }

    // In exactly its year only: "Batman" and "The Batman" are two films.
    private Match? Loosely(ImportedRow row)
    {
        if (row.Year is null)
            return null;
        var name = NameVariants.WithoutArticle(row.Name);
        return Pick(_withoutArticle.Find(name), row, near: false)
            ?? Pick(_withoutSubtitle.Find(name), row, near: false)
            // A subtitle may be missing on one side; two different subtitles mean two films.
            ?? (NameVariants.WithoutSubtitle(row.Name) is { } shorter ? Pick(_withoutArticle.Find(shorter), row, near: false) : null);
    }

    private static Match? Pick(IReadOnlyList<Title> named, ImportedRow row, bool near)
    {
        if (named.Count == 0)
            return null;
        foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Movie, MediaKind.Tv])
        {
            if (row.Kind is { } only && only != kind)
                continue;
            var ofKind = named.Where(title => title.Key.Kind == kind).ToList();
            if (row.Year is not { } year)
            {
                if (One(ofKind) is { } alone)
                    return alone;
                continue;
            }
            if (One(ReleaseYear.Closest(ofKind, year, near ? 1 : 0)) is { } found)
                return found;
        }
        return null;
    }

    private static Match? One(IReadOnlyList<Title> titles) =>
        titles.Count switch { 0 => null, 1 => Match.From(titles[0]), _ => Match.Ambiguous };
}
