using System.Collections.Frozen;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>What a <see cref="Catalogue"/> is built of: the plain data, before any order or index.</summary>
/// <param name="Version">Name of this state of the data; begins with <c>embedded-</c> or <c>tmdb-</c>.</param>
/// <param name="Titles">In any order; of several with one key the last counts.</param>
public sealed record CatalogueContent(string Version, IReadOnlyList<Title> Titles)
{
    /// <summary>What is trending at the source, most of all first, films and series in one list; empty where nobody says.</summary>
    public IReadOnlyList<TitleKey> Trending { get; init; } = [];

    /// <summary>
    /// Other keys of titles: an embedded title that has been found at the source is known by its old key, too, since people's lists name it
    /// so. From the other key to the key of one of <see cref="Titles"/>.
    /// </summary>
    public IReadOnlyDictionary<TitleKey, TitleKey> Aliases { get; init; } = FrozenDictionary<TitleKey, TitleKey>.Empty;
}
