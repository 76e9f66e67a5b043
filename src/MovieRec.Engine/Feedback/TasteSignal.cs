using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Feedback;

/// <summary>Title on one of the user's lists; never recommended back.</summary>
/// <param name="Key">The title.</param>
/// <param name="Kind">The list.</param>
/// <param name="AddedAt">Time of adding; recent ones weigh more.</param>
public readonly record struct TasteSignal(TitleKey Key, SignalKind Kind, DateTimeOffset AddedAt);

/// <summary>List that a title is on.</summary>
public enum SignalKind
{
    /// <summary>The favourites: the user likes it.</summary>
    Favourite,

    /// <summary>The watchlist: it looked interesting.</summary>
    Watchlist,
}
