using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.MediaLists;

/// <summary>
/// One list of titles a user: favourites or watchlist, each with a store (and a table) of its own. The order is newest first, by
/// <see cref="MediaListEntry.AddedAt"/> and then by <see cref="MediaListEntry.Key"/> as text, ordinal, ascending.
/// </summary>
public interface IMediaListStore
{
    /// <summary>The most entries one user's list holds.</summary>
    const int Capacity = 5_000;

    /// <summary>Entries that follow <paramref name="after"/> in the list's order.</summary>
    /// <param name="userId">Whose list.</param>
    /// <param name="after">The last entry of the page before; null begins at the newest. Need not be in the list any more.</param>
    /// <param name="limit">The most entries wanted, 1 or more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<MediaListPage> ReadAsync(string userId, MediaListPosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>Adds or updates an entry; durable when the task completes. An entry that is there keeps its first
    /// <see cref="MediaListEntry.AddedAt"/>, all else is taken from <paramref name="entry"/>.</summary>
    /// <returns>The entry as it is kept; or <see cref="FailureCode.ListFull"/> where a new one would exceed <see cref="Capacity"/>.</returns>
    Task<Outcome<MediaListEntry>> AddAsync(string userId, MediaListEntry entry, CancellationToken cancellationToken);

    /// <summary>Removes entries that are there; those that are not are no error. Durable when the task completes.</summary>
    Task RemoveAsync(string userId, IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);
}

/// <summary>A page of a list.</summary>
/// <param name="Entries">In the list's order.</param>
/// <param name="HasMore">Whether entries follow the last one.</param>
public sealed record MediaListPage(IReadOnlyList<MediaListEntry> Entries, bool HasMore);

/// <summary>A place in a list's order.</summary>
public readonly record struct MediaListPosition(DateTimeOffset AddedAt, TitleKey Key);
