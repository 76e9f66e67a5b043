using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.MediaLists;

/// <summary>Store of one title list per user; favourites and watchlist each have their own store and table.</summary>
/// <remarks>The order is newest first by <see cref="MediaListEntry.AddedAt"/>, then by <see cref="MediaListEntry.Key"/> as text, ordinal,
/// ascending.</remarks>
public interface IMediaListStore
{
    /// <summary>Maximum number of entries per user.</summary>
    const int Capacity = 5_000;

    /// <summary>Reads the entries that follow <paramref name="after"/> in the list's order.</summary>
    /// <param name="userId">The owner of the list.</param>
    /// <param name="after">Last entry of the previous page, which may have been removed since; null to begin at the newest.</param>
    /// <param name="limit">Maximum number of entries, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MediaListPage> ReadAsync(string userId, MediaListPosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>Adds or updates an entry; durable when the task completes.</summary>
    /// <remarks>An existing entry keeps its <see cref="MediaListEntry.AddedAt"/>; other values come from <paramref
    /// name="entry"/>.</remarks>
    /// <returns>The stored entry; or <see cref="FailureCode.ListFull"/> if a new one would exceed <see cref="Capacity"/>.</returns>
    Task<Outcome<MediaListEntry>> AddAsync(string userId, MediaListEntry entry, CancellationToken cancellationToken);

    /// <summary>Removes the entries that exist and ignores the others; durable when the task completes.</summary>
    Task RemoveAsync(string userId, IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);
}

/// <summary>Page of a list.</summary>
/// <param name="Entries">Entries in the list's order.</param>
/// <param name="HasMore">True if entries follow the last one.</param>
public sealed record MediaListPage(IReadOnlyList<MediaListEntry> Entries, bool HasMore);

/// <summary>Position in a list's order.</summary>
public readonly record struct MediaListPosition(DateTimeOffset AddedAt, TitleKey Key);
