using System.Text;
using MovieRec.Api;

namespace MovieRec.TestKit.Requests;

/// <summary>One valid request per route, with an effect if the route has one.</summary>
public static class ValidRequests
{
    /// <summary>Id that the catalogue does not contain, so that an entry is exactly what its user sent.</summary>
    public const long MediaId = 8_000_000_000_001;

    /// <summary>Target and body by route; null for no body.</summary>
    private static readonly Dictionary<string, (string Target, string? Body)> s_byRoute = new(StringComparer.Ordinal)
    {
        ["POST /auth/signin"] = ("/auth/signin", """{"email":"unknown@example.com","password":"Wrong-Horse-1"}"""),
        ["POST /auth/signup"] = ("/auth/signup", """{"email":"unknown@example.com","resend":true}"""),
        ["POST /auth/refresh"] = ("/auth/refresh", """{"refreshToken":"unknown"}"""),
        ["GET /user/preferences"] = ("/user/preferences", null),
        ["POST /user/preferences"] = ("/user/preferences", """{"keywords":["changed"]}"""),
        ["GET /user/favourites"] = ("/user/favourites", null),
        ["POST /user/favourites"] = ("/user/favourites", $$"""{"mediaId":{{MediaId}},"title":"Changed"}"""),
        ["DELETE /user/favourites"] = ($"/user/favourites?mediaId={MediaId}", null),
        ["GET /user/watchlist"] = ("/user/watchlist", null),
        ["POST /user/watchlist"] = ("/user/watchlist", $$"""{"mediaId":{{MediaId}},"title":"Changed"}"""),
        ["DELETE /user/watchlist"] = ($"/user/watchlist?mediaId={MediaId}", null),
        ["GET /recommendations"] = ("/recommendations?limit=3", null),
        ["POST /recommendations"] = ("/recommendations", """{"limit":3}"""),
        ["GET /media"] = ("/media?limit=3", null),
    };

    public static (string Target, byte[]? Body) Create(Route route) =>
        s_byRoute.TryGetValue(route.ToString(), out var request)
            ? (request.Target, request.Body is { } body ? Encoding.UTF8.GetBytes(body) : null)
            : throw new InvalidOperationException($"{route} has no valid request here: add one.");

    /// <summary>Returns the character before an additional query parameter.</summary>
    public static char Separator(string target) => target.Contains('?', StringComparison.Ordinal) ? '&' : '?';

    public static Route GetRoute(string name) => Routes.All.Single(route => route.ToString() == name);
}
