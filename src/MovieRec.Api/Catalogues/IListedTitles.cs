using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Api.Catalogues;

/// <summary>Everybody's lists, to learn from.</summary>
public interface IListedTitles
{
    /// <summary>Every entry of every favourites list and watchlist, in any order.</summary>
    Task<IReadOnlyList<ListedTitle>> ReadAllAsync(CancellationToken cancellationToken);
}
