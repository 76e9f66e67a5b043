using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Feedback;

/// <summary>Title on one of the user's lists; never recommended to this user.</summary>
/// <param name="Key">The title.</param>
/// <param name="Kind">Kind of list.</param>
/// <param name="AddedAt">Time of adding; recent signals weigh more.</param>
public readonly record struct TasteSignal(TitleKey Key, SignalKind Kind, DateTimeOffset AddedAt);

/// <summary>Kind of list that contains a title.</summary>
public enum SignalKind
{
    /// <summary>Favourites: titles that the user likes.</summary>
    Favourite,

    /// <summary>Watchlist: titles that interest the user.</summary>
    Watchlist,
}
