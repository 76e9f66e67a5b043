namespace MovieRec.Web.Tests.Hosting;

/// <summary>Every page, by the name of its screenshot.</summary>
internal static class Pages
{
    /// <summary>Pages of a visitor who is not signed in.</summary>
    public static IReadOnlyDictionary<string, string> Open { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["welcome"] = "/",
        ["sign-up"] = "/signup",
        ["sign-in"] = "/signin",
        ["verify"] = "/verify",
        ["search-open"] = "/search",
        ["title-open"] = Titles.Matrix,
        ["not-found"] = "/nowhere",
    };

    /// <summary>Pages of <see cref="WebHost.NewViewerAsync"/>.</summary>
    public static IReadOnlyDictionary<string, string> Own { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["home"] = "/",
        ["start-groups"] = "/start?step=1",
        ["start-picks"] = "/start?step=2",
        ["start-tune"] = "/start?step=3",
        ["search"] = "/search?q=alien",
        ["search-nothing"] = "/search?q=zzzzzzzzzzzz",
        ["title"] = Titles.Matrix,
        ["title-missing"] = "/title/movie/1",
        ["favourites"] = "/favourites",
        ["watchlist"] = "/watchlist",
        ["preferences"] = "/preferences",
        ["account"] = "/account",
    };
}
