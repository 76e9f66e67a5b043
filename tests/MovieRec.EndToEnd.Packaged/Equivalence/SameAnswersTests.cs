using System.Text.RegularExpressions;
using MovieRec.Api;
using MovieRec.EndToEnd.BadInput;
using MovieRec.EndToEnd.Hosting;
using MovieRec.EndToEnd.Requests;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.Equivalence;

/// <summary>What is deployed answers as the one process over SQLite does: byte for byte, but for ids, times and tokens.</summary>
public sealed partial class SameAnswersTests(SharedHost packaged) : IAsyncLifetime
{
    private static readonly string[] s_origins = ["", "http://localhost:3000", "https://elsewhere.example.com"];

    private readonly TemporaryFolder _data = new();
    private HostProcess _local = null!;

    [Fact]
    public async Task EveryRoute_WithEveryOrigin_IsAnsweredAlike()
    {
        var requests =
            from route in Routes.All
            from origin in s_origins
            let valid = ValidRequests.Of(route)
            // The daily rotation goes by the user, who has another id on each host; resending is the pool's own.
            where route.Path != "/auth/signup"
            select new Exchange(route.Verb, route.Path == "/recommendations" ? $"{valid.Target}{ValidRequests.Separator(valid.Target)}seed=7" : valid.Target, valid.Body, origin);
        await ShouldBeAlikeAsync(requests);
    }

    [Fact]
    public async Task Preflight_OfEveryPath_IsAnsweredAlike() => await ShouldBeAlikeAsync(
        from path in Routes.All.Select(route => route.Path).Append("/nothing").Distinct()
        from origin in s_origins
        select new Exchange("OPTIONS", path, null, origin));

    [Fact]
    public async Task BadRequests_OfEveryRoute_AreAnsweredAlike() => await ShouldBeAlikeAsync(
        ((IEnumerable<BadRequest>)
        [
            .. MalformedBodyCases.All, .. BodySizeCases.All, .. AuthCases.All, .. PreferencesCases.All, .. MediaListCases.All,
            .. RecommendationCases.All, .. MediaCases.All,
        ]).Select(bad => new Exchange(bad.Verb.Method, bad.Target, bad.Body, "http://localhost:3000")));

    [Fact]
    public async Task Callers_WithoutAGoodToken_AreRefusedAlike()
    {
        var paths = Routes.All.Where(route => route.Access == Access.Protected).Select(route => (route.Verb, route.Path)).ToArray();
        await ShouldBeAlikeAsync(
            from token in (string?[])[null, "", "nonsense", "a.b.c"]
            from path in paths
            from origin in s_origins
            select new Exchange(path.Verb, path.Path, null, origin) { Token = token, HasToken = true });
    }

    [Fact]
    public async Task Catalogue_SearchedListedAndRanked_IsAnsweredAlike() => await ShouldBeAlikeAsync(
        ((string[])
        [
            "/media", "/media?listType=topRated&limit=50", "/media?listType=trending&mediaType=tv", "/media?query=blade%20runner",
            "/media?query=%C3%A9t%C3%A9", "/media?limit=7&page=3", "/media?query=zzzzzz", "/recommendations?seed=1&limit=50",
            "/recommendations?seed=2&mediaType=tv", "/recommendations?seed=3&limit=5&minRating=8", "/user/favourites?limit=1", "/user/preferences",
        ]).Select(target => new Exchange("GET", target, null, "")));

    public async ValueTask InitializeAsync() => _local = await HostProcess.StartAsync(_data.Path);

    public async ValueTask DisposeAsync()
    {
        await _local.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>Sends the same to both, in the same order, each by a user of its own who has the same.</summary>
    private async Task ShouldBeAlikeAsync(IEnumerable<Exchange> exchanges)
    {
        var email = packaged.NewEmail();
        using var one = await ApiClient.SignedInAsync(_local.Address, email);
        using var other = await ApiClient.SignedInAsync(packaged.Address, email);
        await StoredRecord.FillAsync(one, "the same");
        await StoredRecord.FillAsync(other, "the same");
        var differences = new List<string>();
        foreach (var exchange in exchanges)
        {
            var (expected, actual) = (await exchange.AskAsync(one), await exchange.AskAsync(other));
            if (expected != actual)
                differences.Add($"{exchange.Verb} {exchange.Target} from '{exchange.Origin}'\n  here     {expected}\n  packaged {actual}");
        }

        differences.ShouldBeEmpty();
    }

    private sealed partial record Exchange(string Verb, string Target, byte[]? Body, string Origin)
    {
        /// <summary>What says when, or how long; and what comes of the length of an answer with a token in it.</summary>
        private static readonly HashSet<string> s_passing = new(["Date", "x-amzn-RequestId", "Content-Length"], StringComparer.OrdinalIgnoreCase);

        public string? Token { get; init; }

        public bool HasToken { get; init; }

        public async Task<string> AskAsync(ApiClient client)
        {
            var own = client.AccessToken;
            client.AccessToken = HasToken ? Token : own;
            var answer = Origin.Length == 0
                ? await client.SendAsync(new HttpMethod(Verb), Target, Body)
                : await client.SendAsync(new HttpMethod(Verb), Target, Body, ("Origin", Origin));
            client.AccessToken = own;
            var fields = answer.Headers.Where(field => !s_passing.Contains(field.Key)).OrderBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
                .Select(field => $"{field.Key.ToLowerInvariant()}: {field.Value}");
            return $"{answer.Status} [{string.Join("; ", fields)}] {Masked(answer.Text)}";
        }

        private static string Masked(string text) => Time.Replace(Id.Replace(Duration.Replace(Opaque.Replace(text, "${name}<token>\""), "${name}<ms>"), "<id>"), "<time>");

        [GeneratedRegex("(?<name>\"(?:AccessToken|IdToken|RefreshToken|accessToken|idToken|nextToken)\":\")[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Opaque { get; }

        [GeneratedRegex("(?<name>\"processingTime(?:Ms)?\":)[0-9.E-]+", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Duration { get; }

        [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Id { get; }

        [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Time { get; }
    }
}
