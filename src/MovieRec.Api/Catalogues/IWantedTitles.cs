using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues;

/// <summary>
/// Titles of users' lists that the next refresh takes into the catalogue (table <c>MovieRecCache</c>, <c>list#noted</c>).
/// </summary>
public interface IWantedTitles
{
    /// <summary>Adds titles; idempotent.</summary>
    Task AddAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);

    /// <summary>Reads all titles, in any order.</summary>
    Task<IReadOnlyList<TitleKey>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Removes titles: they are in the catalogue now, or cannot be.</summary>
    Task RemoveAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken);
}
