namespace MovieRec.Api;

/// <summary>The eight functions of the service.</summary>
/// <remarks>The word names the class (<c>FavouritesFunction</c>), <c>_HANDLER</c>, the construct and the function in logs.</remarks>
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
