using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Feedback;

/// <summary>A title on one of the user's lists. Never recommended back.</summary>
/// <param name="Key">The title.</param>
/// <param name="Kind">Which list.</param>
/// <param name="AddedAt">When it was added; recent ones weigh more.</param>
public readonly record struct TasteSignal(TitleKey Key, SignalKind Kind, DateTimeOffset AddedAt);

/// <summary>Which list a title is on.</summary>
public enum SignalKind
{
    /// <summary>The favourites: the user likes it.</summary>
    Favourite,

    /// <summary>The watchlist: it looked interesting.</summary>
    Watchlist,
}
