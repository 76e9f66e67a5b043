namespace MovieRec.Api;

/// <summary>The four tables, by the names they have in the data model.</summary>
public enum Table
{
    UserPreferences,
    Favourites,
    Watchlist,
    MovieRecCache,
}
