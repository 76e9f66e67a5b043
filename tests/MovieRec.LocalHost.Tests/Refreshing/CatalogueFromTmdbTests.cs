using MovieRec.Engine.Titles;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.LocalHost.Tests.Refreshing;

/// <summary>Host with a TMDB key: the change from the embedded catalogue to TMDB's, and TMDB's failures.</summary>
public sealed class CatalogueFromTmdbTests : IAsyncDisposable
{
    /// <summary>Log text of a published catalogue.</summary>
    /// <remarks>A run publishes the titles it has; the search for twelve thousand embedded titles takes several runs.</remarks>
    private const string Published = "\"version\":\"tmdb-";

    private readonly TemporaryFolder _folder = new();
    private readonly TmdbServer _tmdb = new(films: 50);

    [Fact]
    public async Task Start_WithAKey_ServesTmdbsTitlesAndKeepsWhatPeopleHave()
    {
        Title ours;
        await using (var host = await TmdbHost.StartAsync(_folder.Path, _tmdb, "0000"))
        {
            var embedded = await host.CurrentAsync();
            embedded.IsEmbedded.ShouldBeTrue();
            ours = embedded.Catalogue[embedded.Catalogue.ByPopularity[0]];
        }

        var theirs =
            ours with
            {
                Key = new TitleKey(ours.Key.Kind, 4_001),
                ReleaseDate = $"{ours.Year}-07-22",
                PosterPath = "/theirs.jpg",
                Popularity = 5_000,
                VoteCount = 9_000,
            };
        _tmdb.WithTitle(theirs).Forget();
        await using (var host = await TmdbHost.StartAsync(_folder.Path, _tmdb))
        {
            using var client = await ApiClient.SignedInAsync(host.Address, host.Inbox, "ann@example.com");
            (await client.PostAsync("/user/favourites", new { mediaId = ours.Key.Id, mediaType = ours.Key.KindName })).Status.ShouldBe(200);
            await host.LoggedAsync(Published);
            var current = await host.CurrentAsync();
            current.Catalogue.TryFind(ours.Key, out var row).ShouldBeTrue();
            current.Catalogue[row].Key.ShouldBe(theirs.Key);
            current.Catalogue.Count.ShouldBeGreaterThan(50);

            var media = (await client.GetAsync("/media?limit=50")).Json;
            media.GetProperty("source").GetString().ShouldBe("cache");
            media.GetProperty("results").EnumerateArray()
                .ShouldContain(item => item.GetProperty("poster_path").GetString() == "/theirs.jpg");
            (await client.GetAsync($"/media?ids={ours.Key.Id}")).Json.GetProperty("results")[0].GetProperty("poster_path").GetString()
                .ShouldBe("/theirs.jpg");
            (await client.GetAsync("/user/favourites")).Json.GetProperty("items")[0].GetProperty("mediaId").GetString()
                .ShouldBe(ours.Key.Id.ToString());
            var recommended = (await client.GetAsync("/recommendations?limit=50")).Json.GetProperty("items").EnumerateArray().ToList();
            recommended.ShouldNotBeEmpty();
            recommended.ShouldAllBe(item => item.GetProperty("mediaId").GetString() != "4001");
        }

        _tmdb.Forget();
        await using (var host = await TmdbHost.StartAsync(_folder.Path, _tmdb))
        {
            await host.LoggedAsync("\"event\":\"Refreshed\"");
            // Embedded titles that are not found yet are still looked for, by their ids and names.
            var stored = (await host.CurrentAsync()).Catalogue;
            _tmdb.Received.Where(request => request.Path.Split('/') switch
            {
                ["find" or "search", ..] => false,
                ["movie" or "tv", _] => TitleKey.TryParse(request.Path.Replace('/', '#'), out var key)
                    && stored.TryFind(key, out var row) && !stored[row].Key.IsEmbedded,
                _ => true,
            }).ShouldBeEmpty("lists are not read again within hours, and the details are stored");
            (await host.CurrentAsync()).IsEmbedded.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Start_TmdbIsDown_ServesTheEmbeddedCatalogue()
    {
        _tmdb.Inject(TmdbFault.Status(500));
        await using var host = await TmdbHost.StartAsync(_folder.Path, _tmdb);
        await host.LoggedAsync("\"end\":\"SourceDown\"");
        (await host.Client.GetAsync("/media")).Json.GetProperty("source").GetString().ShouldBe("embedded");
        (await host.Client.GetAsync("/media?query=qqqqqqqq")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Start_WithAKeyThatTmdbDoesNotTake_SaysSoOnceAndAsksNoMore()
    {
        const string Key = "feedfacefeedfacefeedfacefeedface";
        var host = await TmdbHost.StartAsync(_folder.Path, _tmdb, Key);
        await using (host)
        {
            await host.LoggedAsync("The catalogue is not refreshed any more");
            (await host.Client.GetAsync("/media")).Json.GetProperty("source").GetString().ShouldBe("embedded");
            foreach (var text in (string[])["qqqqqqqq", "qqqqqqqr"])
                (await host.Client.GetAsync("/media?query=" + text)).Text.ShouldNotContain(Key);
        }

        _tmdb.Count().ShouldBe(2, "one request of the refresh, and one of a search");
        host.Log.Split('\n').Count(line => line.Contains("not refreshed any more", StringComparison.Ordinal)).ShouldBe(1);
        host.Log.ShouldNotContain(Key);
    }

    [Theory]
    [InlineData("markedkeymarkedkeymarkedkey12345")]
    [InlineData("markedkey.eyJtYXJrZWQiOjF9.marked-signature")]
    public async Task Log_OfAllThatCanGoWrong_NeverHoldsTheKey(string key)
    {
        await using var tmdb = new TmdbServer(films: 60, series: 60) { Key = key, Token = key };
        foreach (
            var fault in (
                TmdbFault[])[TmdbFault.Status(500), TmdbFault.Malformed(), TmdbFault.Reset(), TmdbFault.TooMany(), TmdbFault.NotFound(),
                TmdbFault.Truncated()])
        {
            tmdb.Inject(fault with { Every = 5 });
        }
        var host = await TmdbHost.StartAsync(_folder.Path, tmdb, key);
        await using (host)
        {
            await host.LoggedAsync("\"event\":\"Refreshed\"");
            tmdb.Inject(TmdbFault.WrongKey());
            (await host.Client.GetAsync("/media?query=qqqqqqqq")).Text.ShouldNotContain("marked");
        }

        host.Log.ShouldNotContain("marked");
    }

    public async ValueTask DisposeAsync()
    {
        await _tmdb.DisposeAsync();
        _folder.Dispose();
    }
}
