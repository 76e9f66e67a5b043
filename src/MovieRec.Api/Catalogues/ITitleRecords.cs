using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>
/// Keeps titles one by one with all their facts (table <c>MovieRecCache</c>). <see cref="ITitleLookup.FindAsync"/> answers each title under
/// the key that was asked for, even where that is another title's <see cref="TitleRecord.Alias"/>; what has expired is not there.
/// </summary>
public interface ITitleRecords : ITitleLookup
{
    /// <summary>
    /// The records of <paramref name="keys"/>, in any order, expired and unknown ones left out; aliases are not followed.
    /// </summary>
    Task<IReadOnlyList<TitleRecord>> ReadAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);

    /// <summary>
    /// Adds or replaces records, in batches: broken off, some are written and others not, each whole. Of one key's the last counts.
    /// </summary>
    Task WriteAsync(IReadOnlyList<TitleRecord> records, CancellationToken cancellationToken);

    /// <summary>Removes what is there of <paramref name="keys"/>.</summary>
    Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);
}

/// <summary>A title and where its facts are from.</summary>
/// <param name="Facts">All that is known of it.</param>
public sealed record TitleRecord(Title Facts)
{
    /// <summary>When the source was asked, in whole milliseconds; null for an embedded title, which does not age.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>When the record counts as gone: the source may not be quoted for ever. Null for never. In whole seconds.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>False where only the facts of a list are there: no people, keywords, runtime.</summary>
    public bool HasDetails { get; init; } = true;

    /// <summary>The title that this one is, at the source; null where it has not been found there.</summary>
    public TitleKey? Alias { get; init; }

    /// <summary>When the source was last asked which title this is, in whole milliseconds; null for never.</summary>
    public DateTimeOffset? MatchedAt { get; init; }
}
