namespace MovieRec.Api;

/// <summary>The four tables, named as in the data model.</summary>
public enum Table
{
    UserPreferences,
    Favourites,
    Watchlist,
    MovieRecCache,
}
