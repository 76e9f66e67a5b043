using System.Collections.Frozen;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>Plain data that a <see cref="Catalogue"/> is built from, before any order or index.</summary>
/// <param name="Version">Name of this state of the data; begins with <c>embedded-</c> or <c>tmdb-</c>.</param>
/// <param name="Titles">In any order; of several with one key the last counts.</param>
public sealed record CatalogueContent(string Version, IReadOnlyList<Title> Titles)
{
    /// <summary>Trending titles at the source, films and series in one list, first the most trending; empty if unknown.</summary>
    public IReadOnlyList<TitleKey> Trending { get; init; } = [];

    /// <summary>Alternative keys of titles: from the other key to the key of one of <see cref="Titles"/>.</summary>
    /// <remarks>An embedded title that has been found at the source is also known by its old key, since users' lists contain it.</remarks>
    public IReadOnlyDictionary<TitleKey, TitleKey> Aliases { get; init; } = FrozenDictionary<TitleKey, TitleKey>.Empty;
}
