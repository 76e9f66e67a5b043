using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Source;

/// <summary>Source of titles; calls respect the source's limits and retry; adult titles are left out.</summary>
/// <exception cref="SourceRefusedException">The source rejects the key: no call will succeed.</exception>
/// <exception cref="SourceUnavailableException">No usable response after all retries, or at once while the source is known to be
/// down.</exception>
public interface IMediaSource
{
    /// <summary>Returns a page of a list, 20 titles each, with the facts of a list only (no people, keywords, runtime).</summary>
    /// <remarks>Beyond the last page it is empty.</remarks>
    Task<SourcePage> ListAsync(SourceList list, int page, CancellationToken cancellationToken);

    /// <summary>Returns a page of the films, series or both that match a typed text, best first.</summary>
    Task<SourcePage> SearchAsync(string text, MediaKind? kind, int page, CancellationToken cancellationToken);

    /// <summary>All facts of a title; null where the source has none of that key, or none that we show.</summary>
    Task<Title?> DetailsAsync(TitleKey key, CancellationToken cancellationToken);

    /// <summary>Returns the source's key of a title; null if there is no certain match.</summary>
    /// <remarks>
    /// It is found by <see cref="Title.TmdbId"/>, <see cref="Title.WikidataId"/> or <see cref="Title.ImdbId"/>, else by name and year (one
    /// year more or less if only one title has the name).
    /// </remarks>
    Task<TitleKey?> MatchAsync(Title title, CancellationToken cancellationToken);
}

/// <summary>A list of the source.</summary>
/// <param name="Order">Which.</param>
/// <param name="Kind">Films or series.</param>
public sealed record SourceList(SourceOrder Order, MediaKind Kind)
{
    /// <summary>Only this genre; for <see cref="SourceOrder.MostVotes"/> and <see cref="SourceOrder.Popular"/>.</summary>
    public int? Genre { get; init; }

    /// <summary>Only this year of release; likewise.</summary>
    public int? Year { get; init; }
}

/// <summary>Order of a list of the source.</summary>
public enum SourceOrder
{
    /// <summary>This week's.</summary>
    Trending,

    /// <summary>The source's measure of the day.</summary>
    Popular,

    /// <summary>Best rated, by a minimum number of votes.</summary>
    TopRated,

    /// <summary>Most voted on, which is the best known.</summary>
    MostVotes,
}

/// <summary>A page of a list.</summary>
/// <param name="Titles">In the source's order; fewer than the source had where some are not for us.</param>
/// <param name="TotalPages">Of the list, as far as the source gives them out.</param>
/// <param name="TotalResults">Of the list, 0 or more.</param>
public sealed record SourcePage(IReadOnlyList<Title> Titles, int TotalPages, int TotalResults);
