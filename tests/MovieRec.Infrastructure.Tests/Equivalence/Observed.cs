using System.Text.Json;
using System.Text.Json.Nodes;
using MovieRec.Api;
using MovieRec.TestKit.Http;

namespace MovieRec.Infrastructure.Tests.Equivalence;

/// <summary>Behaviour of a running service, observed over HTTP from the possible paths alone.</summary>
internal sealed record Observed
{
    public const string UnlistedOrigin = "https://elsewhere.example.com";

    private static readonly string[] s_verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] s_noted =
    [
        "Access-Control-Allow-Origin",
        "Access-Control-Allow-Credentials",
        "Access-Control-Allow-Methods",
        "Access-Control-Allow-Headers",
        "Access-Control-Max-Age",
        "Vary",
        "Cache-Control",
        "Content-Type",
    ];

    /// <summary>Existing routes; true if the route needs a token.</summary>
    public required IReadOnlyDictionary<string, bool> Protected { get; init; }

    /// <summary>Preflight by path and origin (empty for none): its headers, with <c>status</c>.</summary>
    public required IReadOnlyDictionary<(string Path, string Origin), IReadOnlyDictionary<string, string>> Preflights { get; init; }

    /// <summary>Gateway responses by type and origin.</summary>
    public required IReadOnlyDictionary<(string Type, string Origin), ObservedError> Errors { get; init; }

    /// <summary>Origins that a function echoes, by route.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Echoed { get; init; }

    /// <summary>Scope of an access token, without which a protected route rejects the request.</summary>
    public required string Scope { get; init; }

    public static async Task<Observed> AskAsync(ApiClient signedIn, IReadOnlyList<string> origins)
    {
        using var anonymous = new ApiClient(signedIn.Address);
        var paths = Routes.All.Select(route => route.Path).Append("/nowhere").Distinct(StringComparer.Ordinal).ToArray();
        string[] all = [.. origins, UnlistedOrigin, ""];

        var routes = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (path, verb) in paths.SelectMany(path => s_verbs.Select(verb => (path, verb))))
        {
            var response = await anonymous.SendAsync(new HttpMethod(verb), path, null);
            if (response.Status != 404)
                routes[$"{verb} {path}"] = response is { Status: 401, Code: "Unauthorized" };
        }

        var preflights = new Dictionary<(string, string), IReadOnlyDictionary<string, string>>();
        foreach (var (path, origin) in paths.Where(path => path != "/nowhere").SelectMany(path => all.Select(origin => (path, origin))))
        {
            var response = await anonymous.SendAsync(HttpMethod.Options, path, null, From(origin));
            preflights[(path, origin)] = new Dictionary<string, string>(Noted(response), StringComparer.Ordinal)
            { ["status"] = response.Status.ToString() };
        }

        return new Observed
        {
            Protected = routes,
            Preflights = preflights,
            Errors = await ErrorsAsync(anonymous, signedIn, all),
            Echoed = await EchoedAsync(signedIn, [.. routes.Keys], all),
            Scope = await ScopeAsync(signedIn),
        };
    }

    private static async Task<Dictionary<(string, string),
        ObservedError>> ErrorsAsync(ApiClient anonymous, ApiClient signedIn, string[] origins)
    {
        var errors = new Dictionary<(string, string), ObservedError>();
        foreach (var origin in origins)
        {
            await NoteAsync("MISSING_AUTHENTICATION_TOKEN", anonymous, HttpMethod.Get, "/nowhere");
            await NoteAsync("RESOURCE_NOT_FOUND", anonymous, HttpMethod.Put, "/media");
            await NoteAsync("INVALID_SIGNATURE", signedIn, HttpMethod.Get, "/nowhere");
            await NoteAsync("UNAUTHORIZED", anonymous, HttpMethod.Get, "/user/favourites");
            await NoteAsync("REQUEST_TOO_LARGE", anonymous, HttpMethod.Get, "/media?query=" + new string('a', 10_300));

            async Task NoteAsync(string type, ApiClient client, HttpMethod verb, string path)
            {
                var response = await client.SendAsync(verb, path, null, From(origin));
                var body = JsonNode.Parse(response.Text)!.AsObject();
                body.Remove("requestId").ShouldBeTrue();
                errors[(type, origin)] = new ObservedError(response.Status, Noted(response), body.ToJsonString());
            }
        }

        return errors;
    }

    private static async Task<Dictionary<string, IReadOnlyList<string>>> EchoedAsync(ApiClient signedIn, string[] routes, string[] origins)
    {
        var echoed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var route in routes)
        {
            var (verb, path) = (new HttpMethod(route.Split(' ')[0]), route.Split(' ')[1]);
            var echoes = new List<string>();
            foreach (var origin in origins.Where(origin => origin.Length > 0))
            {
                // Without a body: the function itself rejects the request if it needs one.
                if ((await signedIn.SendAsync(verb, path, null, From(origin))).Header("Access-Control-Allow-Origin") == origin)
                    echoes.Add(origin);
            }

            echoed[route] = echoes;
        }

        return echoed;
    }

    /// <summary>Checks that an ID token, which has no scope, is rejected; returns the access token's scope.</summary>
    private static async Task<string> ScopeAsync(ApiClient signedIn)
    {
        using var withIdToken = new ApiClient(signedIn.Address) { AccessToken = signedIn.IdToken };
        (await withIdToken.GetAsync("/user/favourites")).Status.ShouldBe(401);
        (await signedIn.GetAsync("/user/favourites")).Status.ShouldBe(200);
        var payload = signedIn.AccessToken!.Split('.')[1];
        var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload)).RootElement;
        return claims.GetProperty("scope").GetString()!;
    }

    private static (string, string)[] From(string origin) => origin.Length == 0 ? [] : [("Origin", origin)];

    private static Dictionary<string, string> Noted(ClientResponse response) => s_noted
        .Select(name => (name, value: response.Header(name))).Where(field => field.value is not null)
        .ToDictionary(field => field.name, field => field.value!, StringComparer.Ordinal);
}

/// <summary>Gateway response.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its relevant headers.</param>
/// <param name="Body">Its body without the request id.</param>
internal sealed record ObservedError(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
