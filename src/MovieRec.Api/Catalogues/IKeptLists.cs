using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>Keeps what the source answered to questions that the catalogue could not (table <c>MovieRecCache</c>, <c>list#...</c>).</summary>
public interface IKeptLists
{
    /// <summary>The answer to a question; null where there is none that is not expired at <paramref name="now"/>.</summary>
    /// <param name="question">Any text of up to 1,000 characters that names the question.</param>
    /// <param name="now">The time it is.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<CachedList?> FindAsync(string question, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps an answer, in place of the one before.</summary>
    /// <param name="question">As in <see cref="FindAsync"/>.</param>
    /// <param name="answer">At most 100 titles.</param>
    /// <param name="until">When it counts as gone, in whole seconds.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task KeepAsync(string question, CachedList answer, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Notes titles of users' lists, so that the next refresh takes them into the catalogue. Adding twice is no error.</summary>
    Task NoteAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);

    /// <summary>The titles that were noted, in any order.</summary>
    Task<IReadOnlyList<TitleKey>> ReadNotedAsync(CancellationToken cancellationToken);

    /// <summary>Forgets that titles were noted: they are in the catalogue now, or cannot be.</summary>
    Task ForgetAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);
}

/// <summary>A page of titles and how many there are in all.</summary>
/// <param name="Keys">In the source's order.</param>
/// <param name="Total">Of all pages, 0 or more.</param>
public sealed record CachedList(IReadOnlyList<TitleKey> Keys, int Total);
