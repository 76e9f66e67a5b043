using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>
/// Cache of the source's responses to queries that the catalogue cannot serve (table <c>MovieRecCache</c>, <c>list#...</c>).
/// </summary>
public interface ISourceListCache
{
    /// <summary>Finds a cached page; returns null if there is none or it has expired at <paramref name="now"/>.</summary>
    /// <param name="question">Name of the query, up to 1,000 characters.</param>
    /// <param name="now">Current time.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<CachedList?> FindAsync(string question, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Caches a page, replacing the previous one.</summary>
    /// <param name="question">As in <see cref="FindAsync"/>.</param>
    /// <param name="response">At most 100 titles.</param>
    /// <param name="until">Time at which it expires, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task KeepAsync(string question, CachedList response, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>Page of titles with the total of all pages.</summary>
/// <param name="Keys">In the source's order.</param>
/// <param name="Total">Of all pages, 0 or more.</param>
public sealed record CachedList(IReadOnlyList<TitleKey> Keys, int Total);
