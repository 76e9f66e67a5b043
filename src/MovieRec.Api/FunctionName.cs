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

/// <summary>Names that follow from a function's.</summary>
public static class FunctionNames
{
    /// <summary>Returns the name of the class, which is also <c>_HANDLER</c>: <c>FavouritesFunction</c>.</summary>
    public static string GetHandler(this FunctionName function) => $"{function}Function";
}
