using MovieRec.Engine.Training;

namespace MovieRec.Api.Learning;

/// <summary>Everybody's lists, to learn from.</summary>
public interface IListedTitles
{
    /// <summary>Every entry of every favourites list and watchlist, in any order.</summary>
    Task<IReadOnlyList<ListedTitle>> ReadAllAsync(CancellationToken cancellationToken);
}
