using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Api.Catalogues;

/// <summary>All users' lists, for training.</summary>
public interface IListedTitles
{
    /// <summary>Every entry of every favourites list and watchlist, in any order.</summary>
    Task<IReadOnlyList<ListedTitle>> ReadAllAsync(CancellationToken cancellationToken);
}
