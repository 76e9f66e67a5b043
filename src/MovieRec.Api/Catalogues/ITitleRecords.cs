using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>Store of single titles with all their facts (table <c>MovieRecCache</c>).</summary>
/// <remarks>
/// <see cref="ITitleLookup.FindAsync"/> returns each title under the requested key, even if that is another title's
/// <see cref="TitleRecord.Alias"/>. Expired records are not returned.
/// </remarks>
public interface ITitleRecords : ITitleLookup
{
    /// <summary>
    /// The records of <paramref name="keys"/>, in any order, expired and unknown ones left out; aliases are not followed.
    /// </summary>
    Task<IReadOnlyList<TitleRecord>> ReadAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);

    /// <summary>Adds or replaces records, in batches; of several with one key the last counts.</summary>
    /// <remarks>If it is interrupted, some records are written and others not, each whole.</remarks>
    Task WriteAsync(IReadOnlyList<TitleRecord> records, CancellationToken cancellationToken);

    /// <summary>Removes the records of <paramref name="keys"/> that exist.</summary>
    Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);
}

/// <summary>A title and where its facts are from.</summary>
/// <param name="Facts">All that is known of it.</param>
public sealed record TitleRecord(Title Facts)
{
    /// <summary>Time of the source's response, in whole milliseconds; null for an embedded title, which does not age.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Time after which the record is not returned, in whole seconds; null for never.</summary>
    /// <remarks>The source's terms limit how long its data may be stored.</remarks>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>False if only the facts of a list are known: no people, keywords, runtime.</summary>
    public bool HasDetails { get; init; } = true;

    /// <summary>Key of this title at the source; null if it has not been found there.</summary>
    public TitleKey? Alias { get; init; }

    /// <summary>Time of the last search for this title at the source, in whole milliseconds; null for never.</summary>
    public DateTimeOffset? MatchedAt { get; init; }
}
