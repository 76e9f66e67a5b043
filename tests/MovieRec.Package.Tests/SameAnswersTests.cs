using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MovieRec.Api;
using MovieRec.Package.Tests.Hosting;
using MovieRec.TestKit.BadInput;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.Package.Tests;

/// <summary>Equivalence of the deployed functions and the local host over SQLite: same responses, same stored data.</summary>
/// <remarks>Responses are compared byte for byte, except for ids, times and tokens.</remarks>
public sealed partial class SameAnswersTests(PackagedHost packaged, SharedHost local) : IClassFixture<SharedHost>
{
    private static readonly string[] s_origins = ["", "http://localhost:3000", "https://elsewhere.example.com"];

    [Fact]
    public async Task EveryRoute_WithEveryOrigin_IsAnsweredAlike() => await ShouldBeAlikeAsync(
        from route in Routes.All
        from origin in s_origins
        let valid = ValidRequests.Create(route)
        // The daily rotation depends on the user, whose id differs per host; resending is specific to the pool.
        where route.Path != "/auth/signup"
        let target = route.Path == "/recommendations" ? $"{valid.Target}{ValidRequests.Separator(valid.Target)}seed=7" : valid.Target
        select new Exchange(route.Method, target, valid.Body, route.Path is "/auth/signin" or "/auth/refresh" ? 401 : 200)
        { Origin = origin });

    [Fact]
    public async Task Preflight_OfEveryPath_IsAnsweredAlike() => await ShouldBeAlikeAsync(
        from path in Routes.All.Select(route => route.Path).Append("/nothing").Distinct()
        from origin in s_origins
        select new Exchange("OPTIONS", path, null, path == "/nothing" ? 404 : 204) { Origin = origin });

    [Fact]
    public async Task BadRequests_OfEveryRoute_AreAnsweredAlike() => await ShouldBeAlikeAsync(BadRequests.All.Select(bad =>
        new Exchange(
            bad.Verb.Method, bad.Target, bad.Body,
            int.Parse(bad.Expected.AsSpan(0, 3), CultureInfo.InvariantCulture))
        { Origin = "http://localhost:3000" }));

    [Fact]
    public async Task LegalRequests_ThatLookOdd_AreAnsweredAlike() => await ShouldBeAlikeAsync(
        OddRequests.Preferences.Select(row => new Exchange("POST", "/user/preferences", Encoding.UTF8.GetBytes(row.Document), 200))
            .SelectMany(
                saved => (Exchange[])[saved, new("GET", "/user/preferences", null, 200), new("GET", "/recommendations?seed=5", null, 200)])
            .Concat(OddRequests.Titles.Select(title => new Exchange("POST", "/user/favourites", OddRequests.Favourite(title), 200))));

    /// <summary>Sends each host forgeries of its own tokens.</summary>
    [Fact]
    public async Task Callers_WithoutAGoodToken_AreRefusedAlike() => await ShouldBeAlikeAsync(
        from route in Routes.All
        where route.Access == Access.Protected
        from forged in ForgedTokens.All
        from origin in s_origins
        select new Exchange(route.Method, route.Path, null, 401) { Origin = origin, Forged = forged.Authorization });

    [Fact]
    public async Task Catalogue_SearchedListedAndRanked_IsAnsweredAlike() => await ShouldBeAlikeAsync(
        ((string[])
        [
            "/media", "/media?listType=top_rated&limit=50", "/media?listType=trending&mediaType=tv", "/media?query=blade%20runner",
            "/media?query=%C3%A9t%C3%A9", "/media?limit=7&page=3", "/media?query=zzzzzz", "/recommendations?seed=1&limit=50",
            "/recommendations?seed=2&mediaType=tv", "/recommendations?seed=3&limit=5&minRating=8", "/user/favourites?limit=1",
            "/user/preferences",
        ]).Select(target => new Exchange("GET", target, null, 200)));

    /// <summary>Sends the same requests to both hosts, as users with equal data; compares responses and stored data.</summary>
    private async Task ShouldBeAlikeAsync(IEnumerable<Exchange> exchanges)
    {
        var email = packaged.NewEmail();
        using var one = await ApiClient.SignedInAsync(local.Address, local.Inbox, email);
        using var other = await ApiClient.SignedInAsync(packaged.Address, packaged.Inbox, email);
        var (ones, others) = (await ForgedTokens.Material.GetAsync(one), await ForgedTokens.Material.GetAsync(other));
        await StoredRecord.FillAsync(one, "the same");
        await StoredRecord.FillAsync(other, "the same");
        var differences = new List<string>();
        foreach (var exchange in exchanges)
        {
            var (expected, actual) = (await exchange.AskAsync(one, ones), await exchange.AskAsync(other, others));
            if (expected != actual || !expected.StartsWith($"{exchange.Status} ", StringComparison.Ordinal))
                differences.Add($"{exchange}: {exchange.Status} expected\n  here     {expected}\n  packaged {actual}");
        }

        differences.ShouldBeEmpty();
        Exchange.Masked(await StoredRecord.GetAsync(other)).ShouldBe(Exchange.Masked(await StoredRecord.GetAsync(one)));
    }

    /// <param name="Status">Expected status of both responses: two equal but unexpected responses would prove nothing.</param>
    private sealed partial record Exchange(string Verb, string Target, byte[]? Body, int Status)
    {
        /// <summary>Headers with a time, a duration, or the length of a response that contains a token.</summary>
        private static readonly HashSet<string> s_passing =
            new(["Date", "x-amzn-RequestId", "Content-Length"], StringComparer.OrdinalIgnoreCase);

        public string Origin { get; init; } = "";

        /// <summary>Creates an <c>Authorization</c> header from the caller's tokens; null for the caller's own access token.</summary>
        public Func<ForgedTokens.Material, string?>? Forged { get; init; }

        public async Task<string> AskAsync(ApiClient client, ForgedTokens.Material genuine)
        {
            var own = client.AccessToken;
            var fields = new List<(string Name, string Value)>();
            if (Origin.Length > 0)
                fields.Add(("Origin", Origin));
            if (Forged is not null)
                client.AccessToken = null;
            if (Forged?.Invoke(genuine) is { } authorization)
                fields.Add(("Authorization", authorization));
            var response = await client.SendAsync(new HttpMethod(Verb), Target, Body, [.. fields]);
            client.AccessToken = own;
            var headers = response.Headers.Where(field => !s_passing.Contains(field.Key))
                .OrderBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
                // The tag of preferences depends on a document with the user's id and a time.
                .Select(field =>
                {
                    var isMasked = field.Key == "ETag" && Target.StartsWith("/user/preferences", StringComparison.Ordinal);
                    return $"{field.Key.ToLowerInvariant()}: {(isMasked ? "<tag>" : field.Value)}";
                });
            return $"{response.Status} [{string.Join("; ", headers)}] {Masked(response.Text)}";
        }

        public static string Masked(string text) =>
            Time.Replace(Id.Replace(Duration.Replace(Opaque.Replace(text, "${name}<token>\""), "${name}<ms>"), "<id>"), "<time>");

        [GeneratedRegex(
            "(?<name>\"(?:AccessToken|IdToken|RefreshToken|accessToken|idToken|nextToken)\":\")[^\"]*\"",
            RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
        private static partial Regex Opaque { get; }

        [GeneratedRegex("(?<name>\"processingTime(?:Ms)?\":)[0-9.E-]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
        private static partial Regex Duration { get; }

        [GeneratedRegex(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
        private static partial Regex Id { get; }

        [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
        private static partial Regex Time { get; }
    }
}
