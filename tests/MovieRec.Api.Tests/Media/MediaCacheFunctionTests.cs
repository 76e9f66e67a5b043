using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Http;
using MovieRec.Api.Media;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.Api.Tests.Media;

public sealed class MediaCacheFunctionTests
{
    [Fact]
    public async Task List_Popular_IsByPopularityAcrossKinds() =>
        (await TitlesAsync("/media?limit=4")).ShouldBe(["True Detective", "Alien", "Blade Runner", "Aliens"]);

    [Fact]
    public async Task List_TopRated_PutsKnownVotesByTheirWeight() =>
        (await TitlesAsync("/media?listType=top_rated&mediaType=tv&limit=1")).ShouldBe(["True Detective"]);

    [Fact]
    public async Task List_Trending_PutsTheRecentFirst() =>
        (await TitlesAsync("/media?listType=trending&mediaType=movie&limit=1")).ShouldBe(["Yesterday's News"]);

    [Theory]
    [InlineData("/media?mediaType=tv", 3)]
    [InlineData("/media?mediaType=movie", 6)]
    [InlineData("/media?mediaType=both", 9)]
    [InlineData("/media?genre=878", 3)]
    [InlineData("/media?year=1986", 1)]
    [InlineData("/media?genre=878&year=1982&mediaType=movie", 1)]
    [InlineData("/media?excludeIds=348,78", 6)]
    [InlineData("/media?excludeIds=movie%23348", 8)]
    [InlineData("/media?ids=78,348", 3)]
    [InlineData("/media?ids=tv%23348,movie%2378", 2)]
    [InlineData("/media?ids=999999", 0)]
    [InlineData("/media?query=alien", 2)]
    [InlineData("/media?query=alien&year=1986", 1)]
    [InlineData("/media?query=zzzzzz", 0)]
    public async Task Filters_Combine_AndCountTheWholeResult(string target, int total)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        (await service.GetAsync(target)).Json.GetProperty("total_results").GetInt32().ShouldBe(total);
    }

    [Fact]
    public async Task Pages_CoverTheListOnceAndThenAreEmpty()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var first = (await service.GetAsync("/media?limit=4&page=1")).Json;
        (first.GetProperty("total_pages").GetInt32(), first.GetProperty("total_results").GetInt32()).ShouldBe((3, 9));
        var seen = new List<string>();
        for (var page = 1; page <= 4; page++)
            seen.AddRange(Names(await service.GetAsync($"/media?limit=4&page={page}")));
        seen.Count.ShouldBe(9);
        seen.ShouldBeUnique();
        (await service.GetAsync("/media?limit=50&page=1000000")).Json.GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Limits the look-ups: each one is a paid read, and a client needs no account to cause it.</summary>
    [Fact]
    public async Task Ids_OfSeveralPages_LooksUpThePageAloneAndKeepsTheAnswer()
    {
        var (snapshots, lookup, clock) = (new MemorySnapshots(), new Lookup(), new ManualClock());
        snapshots.Put("one", [.. SampleTitles.All]);
        using var catalogue = new CatalogueCache(snapshots, withNames: false, null, clock, NullLogger.Instance);
        var function = new MediaCacheFunction(catalogue, lookup, null, clock);
        var request = new ApiRequest
        {
            Method = "GET",
            Path = "/media",
            Route = Routes.Find("GET", "/media"),
            RequestId = "r",
            Query = new Dictionary<string, string>
            { ["ids"] = string.Join(',', SampleTitles.All.Select(title => title.Key)), ["limit"] = "2", ["page"] = "2" },
        };
        var body = System.Text.Json.JsonDocument.Parse(
            (await function.HandleAsync(request, TestContext.Current.CancellationToken)).Body).RootElement;
        await function.HandleAsync(request, TestContext.Current.CancellationToken);

        lookup.Asked.ShouldBe(SampleTitles.All.Skip(2).Take(2).Select(title => title.Key));
        (body.GetProperty("total_results").GetInt32(), body.GetProperty("results").GetArrayLength()).ShouldBe((SampleTitles.All.Count, 2));
    }

    private sealed class Lookup : ITitleLookup
    {
        public List<TitleKey> Asked { get; } = [];

        public Task<IReadOnlyList<Title>> FindAsync(IReadOnlyList<TitleKey> keys, CancellationToken cancellationToken)
        {
            Asked.AddRange(keys);
            return Task.FromResult<IReadOnlyList<Title>>([.. SampleTitles.All.Where(title => keys.Contains(title.Key))]);
        }
    }

    [Fact]
    public async Task Search_IsBestMatchFirst() => (await TitlesAsync("/media?query=alien")).ShouldBe(["Alien", "Aliens"]);

    [Fact]
    public async Task ETag_SentBack_IsNotModified()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var first = await service.GetAsync("/media?limit=2");
        var tag = first.Header("ETag").ShouldNotBeNull();
        first.Header("Cache-Control").ShouldBe("public, max-age=300");
        foreach (var sent in (string[])[tag, $"\"other\", {tag}", $"W/{tag}", "*"])
        {
            var again = await service.GetAsync("/media?limit=2", null, ("If-None-Match", sent));
            (again.Status, again.Text, again.Header("ETag")).ShouldBe((304, "", tag));
        }

        (await service.GetAsync("/media?limit=2", null, ("If-None-Match", "\"other\""))).Status.ShouldBe(200);
        (await service.GetAsync("/media?limit=3")).Header("ETag").ShouldNotBe(tag);
    }

    [Fact]
    public async Task Answers_ANewerCatalogue_IsServedWithinAMinute()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        Names(await service.GetAsync("/media?limit=1")).ShouldBe(["True Detective"]);
        await service.PublishAsync(
            new CatalogueContent("embedded-next", [SampleTitles.Alien, SampleTitles.Detective with { Name = "Truer Detective" }]));
        Names(await service.GetAsync("/media?limit=1")).ShouldBe(["True Detective"]);
        service.Clock.Advance(TimeSpan.FromSeconds(61));
        Names(await service.GetAsync("/media?limit=1")).ShouldBe(["Truer Detective"]);
    }

    [Fact]
    public async Task List_AnEmptyCatalogue_IsAnEmptyList()
    {
        await using var service = await Service.StartAsync();
        var page = (await service.GetAsync("/media")).Json;
        (page.GetProperty("total_results").GetInt32(), page.GetProperty("total_pages").GetInt32()).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("listType=best", "listType")]
    [InlineData("mediaType=film", "mediaType")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=1e3", "page")]
    [InlineData("limit=51", "limit")]
    [InlineData("genre=abc", "genre")]
    [InlineData("year=0", "year")]
    [InlineData("ids=1,x", "ids")]
    [InlineData("excludeIds=__proto__", "excludeIds")]
    [InlineData("query=%00", "query")]
    public async Task Parameters_OfTheWrongForm_AreNamed(string query, string name)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        var response = await service.GetAsync("/media?" + query);
        (response.Status, response.Code).ShouldBe((400, "ValidationFailed"));
        response.Json.GetProperty("details").TryGetProperty(name, out _).ShouldBeTrue(response.Text);
    }

    private static async Task<List<string>> TitlesAsync(string target)
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        return Names(await service.GetAsync(target));
    }

    private static List<string> Names(ClientResponse response) =>
        [.. response.Json.GetProperty("results").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
}
