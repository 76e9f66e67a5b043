using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Source;

/// <summary>
/// Where titles come from. Every call keeps the source's limits and tries again what may be tried again; adult titles are left out.
/// </summary>
/// <exception cref="SourceRefusedException">The source does not take our key: no call will succeed.</exception>
/// <exception cref="SourceUnavailableException">No usable answer after all attempts, or at once while the source is known to be
/// down.</exception>
public interface IMediaSource
{
    /// <summary>
    /// A page of a list, 20 titles each; facts of a list only (no people, keywords, runtime). Beyond the last page it is empty.
    /// </summary>
    Task<SourcePage> ListAsync(SourceList list, int page, CancellationToken cancellationToken);

    /// <summary>A page of the films and series that match what somebody typed, best first; of one kind, or of both.</summary>
    Task<SourcePage> SearchAsync(string text, MediaKind? kind, int page, CancellationToken cancellationToken);

    /// <summary>All facts of a title; null where the source has none of that key, or none that we show.</summary>
    Task<Title?> DetailsAsync(TitleKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Which title of the source this is: by <see cref="Title.WikidataId"/> or <see cref="Title.ImdbId"/>, else by name and year (one year
    /// more or less, where one title alone has the name). Null where the source has none that is surely it.
    /// </summary>
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

/// <summary>What a list of the source is ordered by.</summary>
public enum SourceOrder
{
    /// <summary>This week's.</summary>
    Trending,

    /// <summary>The source's measure of the day.</summary>
    Popular,

    /// <summary>The best rated by enough people.</summary>
    TopRated,

    /// <summary>The most voted on: what is known best.</summary>
    MostVotes,
}

/// <summary>A page of a list.</summary>
/// <param name="Titles">In the source's order; fewer than the source had where some are not for us.</param>
/// <param name="TotalPages">Of the list, as far as the source gives them out.</param>
/// <param name="TotalResults">Of the list, 0 or more.</param>
public sealed record SourcePage(IReadOnlyList<Title> Titles, int TotalPages, int TotalResults);
