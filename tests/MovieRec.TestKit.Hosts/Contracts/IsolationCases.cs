using System.Text;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.TestKit.Hosts.Contracts;

/// <summary>Requests by route with which one user (B) tries to reach the data of another (A).</summary>
internal static class IsolationCases
{
    /// <summary>Attempts of B by route: a description and the request.</summary>
    public static IReadOnlyDictionary<string, (string What, Func<Attempt, Attack> Request)[]> ByRoute { get; } =
        new Dictionary<string, (string, Func<Attempt, Attack>)[]>(StringComparer.Ordinal)
        {
            ["GET /user/preferences"] = Everywhere("/user/preferences", null),
            ["POST /user/preferences"] =
            [
                .. Everywhere("/user/preferences", """{"keywords":["of B"]}"""),
                ("A's userId in the body", a => new("/user/preferences", $$"""{"userId":"{{a.UserId}}","keywords":["of B"]}""")),
                ("A's userId in the body under other names", a => new(
                    "/user/preferences", $$"""{"UserId":"{{a.UserId}}","user_id":"{{a.UserId}}","sub":"{{a.UserId}}","keywords":["of B"]}""", RepeatsWhatBSent: true)),
                ("A's userId within preferences", a => new(
                    "/user/preferences", $$$"""{"preferences":{"userId":"{{{a.UserId}}}","keywords":["of B"]}}""", RepeatsWhatBSent: true)),
            ],
            ["GET /user/favourites"] = [.. Everywhere("/user/favourites", null), .. Pages("/user/favourites")],
            ["POST /user/favourites"] = Adding("/user/favourites"),
            ["DELETE /user/favourites"] = Removing("/user/favourites"),
            ["GET /user/watchlist"] = [.. Everywhere("/user/watchlist", null), .. Pages("/user/watchlist")],
            ["POST /user/watchlist"] = Adding("/user/watchlist"),
            ["DELETE /user/watchlist"] = Removing("/user/watchlist"),
            ["GET /recommendations"] =
            [
                .. Everywhere("/recommendations?limit=50", null),
                ("preferences of A's userId", a => new(
                    $"/recommendations?limit=50&preferences={Uri.EscapeDataString($$"""{"userId":"{{a.UserId}}"}""")}", null, RepeatsWhatBSent: true)),
                ("more like what A likes", a => new($"/recommendations?limit=50&similarTo={ValidRequests.MediaId}", null)),
                ("the seed that A's day would have", a => new("/recommendations?limit=50&seed=1", null)),
            ],
            ["POST /recommendations"] =
            [
                .. Everywhere("/recommendations", """{"limit":50}"""),
                ("A's userId in the body", a => new("/recommendations", $$"""{"userId":"{{a.UserId}}","user_id":"{{a.UserId}}","limit":50}""")),
                ("preferences of A's userId", a => new(
                    "/recommendations", $$$"""{"limit":50,"preferences":{"userId":"{{{a.UserId}}}"}}""", RepeatsWhatBSent: true)),
            ],
        };

    private static (string, Func<Attempt, Attack>)[] Adding(string list) =>
    [
        .. Everywhere(list, $$"""{"mediaId":{{ValidRequests.MediaId}},"title":"of B"}"""),
        ("A's userId in the body", a => new(list, $$"""{"userId":"{{a.UserId}}","mediaId":{{ValidRequests.MediaId}},"title":"of B"}""")),
        ("A's series by its number", a => new(list, $$"""{"mediaId":{{ValidRequests.MediaId}},"mediaType":"tv","title":"of B"}""")),
        ("an addedAt of its own", a => new(list, $$"""{"mediaId":{{ValidRequests.MediaId}},"title":"of B","addedAt":"1999-01-01T00:00:00.000Z"}""")),
    ];

    private static (string, Func<Attempt, Attack>)[] Removing(string list) =>
    [
        .. Everywhere($"{list}?mediaId={ValidRequests.MediaId}", null),
        ("A's film in the query", _ => new($"{list}?mediaId={ValidRequests.MediaId}&mediaType=movie", null)),
        ("A's series in the body", _ => new(list, $$"""{"mediaId":{{ValidRequests.MediaId}},"mediaType":"tv"}""")),
        ("A's userId in the body", a => new(list, $$"""{"userId":"{{a.UserId}}","mediaId":{{ValidRequests.MediaId}}}""")),
        ("A's userId in the query", a => new($"{list}?userId={a.UserId}&mediaId={ValidRequests.MediaId}", null)),
    ];

    private static (string, Func<Attempt, Attack>)[] Pages(string list) =>
    [
        ("A's nextToken", a => new($"{list}?limit=1&nextToken={a.NextTokens[list]}", null)),
        ("A's nextToken with A's userId", a => new($"{list}?limit=1&nextToken={a.NextTokens[list]}&userId={a.UserId}", null)),
        ("A's userId for a nextToken", a => new($"{list}?nextToken={a.UserId}", null)),
    ];

    /// <summary>Puts A's identity into every place of a request that can hold one.</summary>
    private static (string, Func<Attempt, Attack>)[] Everywhere(string target, string? body) =>
    [
        ("B's own request", _ => new(target, body)),
        ("A's userId in the query", a => new(
            $"{target}{ValidRequests.Separator(target)}userId={a.UserId}&user_id={a.UserId}&sub={a.UserId}&email={a.Email}", body)),
        ("A's userId in header fields", a => new(target, body)
        {
            Headers =
            [
                ("x-user-id", a.UserId), ("X-Amzn-User-Id", a.UserId), ("X-Amzn-Oidc-Identity", a.UserId), ("X-Amzn-Oidc-Data", a.UserId),
                ("X-Amz-Cognito-Sub", a.UserId), ("X-Apigateway-Authorizer", $$"""{"sub":"{{a.UserId}}"}"""),
                ("X-Forwarded-User", a.Email), ("Cookie", $"userId={a.UserId}"), ("From", a.Email),
            ],
        }),
        ("A's ID token beside B's access token",
            a => new(target, body) { Headers = [("X-Id-Token", a.IdToken), ("X-Amz-Security-Token", a.IdToken)] }),
        ("another method in a header field", _ => new(target, body)
        {
            Headers =
                [("X-HTTP-Method-Override", "DELETE"), ("X-Original-URL", "/prod/user/favourites"),
                    ("X-Rewrite-URL", "/prod/user/favourites")],
        }),
    ];

    /// <summary>Data about A that B is assumed to know.</summary>
    internal sealed record Attempt(string UserId, string Email, string IdToken, IReadOnlyDictionary<string, string> NextTokens);

    /// <param name="Target">Path and query.</param>
    /// <param name="Body">JSON; null for none.</param>
    /// <param name="RepeatsWhatBSent">True if the response repeats B's input, which includes A's userId.</param>
    internal sealed record Attack(string Target, string? Body, bool RepeatsWhatBSent = false)
    {
        public (string Name, string Value)[] Headers { get; init; } = [];

        public Task<ClientResponse> SendAsync(ApiClient attacker, string verb) =>
            attacker.SendAsync(new HttpMethod(verb), Target, Body is null ? null : Encoding.UTF8.GetBytes(Body), Headers);
    }
}
