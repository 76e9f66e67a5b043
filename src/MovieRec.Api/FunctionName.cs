namespace MovieRec.Api;

/// <summary>
/// The eight functions. The word is the class (<c>FavouritesFunction</c>), the value of <c>_HANDLER</c>, the construct id and the
/// name in logs.
/// </summary>
public enum FunctionName
{
    Signin,
    Signup,
    RefreshToken,
    UserPreferences,
    Favourites,
    Watchlist,
    MovieRec,
    MediaCache,
}
