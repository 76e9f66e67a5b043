using System.Collections.Concurrent;
using System.Collections.Immutable;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Immutable set of all titles of the server: generated ones, and titles that replace them.</summary>
internal sealed class TmdbTitles(int films, int series, ImmutableDictionary<TitleKey, TmdbTitle?> placed)
{
    private readonly ConcurrentDictionary<string, TitleKey[]> _lists = new(StringComparer.Ordinal);
    private readonly Lazy<(TitleKey Key, string Name)[]> _names = new(() => Named(films, series, placed));

    public TmdbTitles With(TitleKey key, TmdbTitle? title) => new(films, series, placed.SetItem(key, title));

    public TmdbTitle? Find(TitleKey key) =>
        placed.TryGetValue(key, out var title) ? title
        : key.Id >= 1 && key.Id <= (key.Kind == MediaKind.Tv ? series : films) ? GeneratedTitles.Create(key)
        : null;

    /// <summary>Finds a title by its id on another site.</summary>
    public TmdbTitle? FindBy(Func<Title, string?> idOf, string id)
    {
        foreach (var title in placed.Values)
        {
            if (title is not null && idOf(title.Facts) == id)
                return title;
        }
        // The id of a generated title contains its kind and number.
        var digits = id.AsSpan().TrimStart("ttQ");
        return digits.Length >= 8 && digits[0] is '1' or '2' && TitleKey.TryParseId(digits[1..].TrimStart('0').ToString(), out var number)
            && Find(new TitleKey(digits[0] == '2' ? MediaKind.Tv : MediaKind.Movie, number)) is { } generated && idOf(generated.Facts) == id
            ? generated
            : null;
    }

    /// <summary>Returns the keys of a kind that satisfy <paramref name="isIn"/>, highest <paramref name="order"/> first.</summary>
    /// <remarks>Computed once per <paramref name="name"/>.</remarks>
    public TitleKey[] List(string name, MediaKind kind, Func<TmdbTitle, bool> isIn, Func<Title, double> order) => _lists.GetOrAdd(name, _ =>
        [.. Keys(films, series, placed).Where(key => key.Kind == kind)
            .Select(key => Find(key)!)
            .Where(isIn)
            .Select(title => (title.Facts.Key, Order: order(title.Facts)))
            .OrderByDescending(title => title.Order).ThenBy(title => title.Key.Id)
            .Select(title => title.Key)]);

    /// <summary>Finds the keys of titles with <paramref name="text"/> in their name or original name.</summary>
    public TitleKey[] Search(string text)
    {
        var folded = Folding.Fold(text);
        return folded.Length == 0
            ? []
            : [.. _names.Value.Where(title => title.Name.Contains(folded, StringComparison.Ordinal)).Select(title => title.Key)];
    }

    public IEnumerable<TmdbTitle> All() => Keys(films, series, placed).Select(key => Find(key)!);

    private static IEnumerable<TitleKey> Keys(int films, int series, ImmutableDictionary<TitleKey, TmdbTitle?> placed) =>
        Enumerable.Range(1, films).Select(id => new TitleKey(MediaKind.Movie, id))
            .Concat(Enumerable.Range(1, series).Select(id => new TitleKey(MediaKind.Tv, id)))
            .Where(key => !placed.ContainsKey(key))
            .Concat(placed.Where(title => title.Value is not null).Select(title => title.Key));

    private static (TitleKey Key, string Name)[] Named(int films, int series, ImmutableDictionary<TitleKey, TmdbTitle?> placed)
    {
        var titles = new TmdbTitles(films, series, placed);
        return [.. titles.All().Select(title => title.Facts).OrderByDescending(title => title.Popularity).ThenBy(title => title.Key.Id)
            .Select(title => (title.Key, $"{Folding.Fold(title.Name)} | {Folding.Fold(title.OriginalName ?? "")}"))];
    }
}
