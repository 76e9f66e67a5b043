using System.Collections.Frozen;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>Data from which a <see cref="Catalogue"/> is built, without orders or indexes.</summary>
/// <param name="Version">Name of this version of the data; begins with <c>embedded-</c> or <c>tmdb-</c>.</param>
/// <param name="Titles">Titles in any order; of several with the same key the last counts.</param>
public sealed record CatalogueContent(string Version, IReadOnlyList<Title> Titles)
{
    /// <summary>Trending titles at the source, films and series in one list, most trending first; empty if unknown.</summary>
    public IReadOnlyList<TitleKey> Trending { get; init; } = [];

    /// <summary>Aliases: second keys of titles, each with the key of one of <see cref="Titles"/>.</summary>
    /// <remarks>An embedded title that was found at the source keeps its old key as an alias, since users' lists contain it.</remarks>
    public IReadOnlyDictionary<TitleKey, TitleKey> Aliases { get; init; } = FrozenDictionary<TitleKey, TitleKey>.Empty;
}
