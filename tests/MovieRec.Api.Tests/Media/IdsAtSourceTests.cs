using MovieRec.Api.Catalogues;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Api.Tests.Media;

/// <summary>Titles by id that the service does not know yet.</summary>
public sealed class IdsAtSourceTests
{
    private static readonly TitleKey s_embedded = new(MediaKind.Movie, TitleKey.FirstEmbeddedId + 7);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ids_Unknown_AreFetchedOnceWithAllTheirFacts()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 40, series: 40), SampleTitles.All);
        var first = await sources.GetAsync("/media?ids=movie%2312,tv%2313,movie%23348");
        (first.Source, string.Join(' ', first.Keys)).ShouldBe(("tmdb", "movie#12 tv#13 movie#348"));
        sources.Tmdb.Count().ShouldBe(2);
        var second = await sources.GetAsync("/media?ids=movie%2312,tv%2313,movie%23348");
        (second.Source, string.Join(' ', second.Keys)).ShouldBe(("cache", "movie#12 tv#13 movie#348"));
        sources.Tmdb.Count().ShouldBe(2);
        (await sources.Service.Titles.ReadAsync([new(MediaKind.Movie, 12)], Token)).ShouldHaveSingleItem().Facts.Cast.ShouldNotBeEmpty();
        (await sources.Service.Wanted.ReadAsync(Token)).ShouldBeEmpty("no list has them");
        var tag = second.Response.Header("ETag")!;
        (await sources.Service.GetAsync("/media?ids=movie%2312,tv%2313,movie%23348", null, ("If-None-Match", tag))).Status.ShouldBe(304);
    }

    /// <summary>Guards against a bug: every request asked for a number that TMDB does not know.</summary>
    [Fact]
    public async Task Ids_UnknownToTheSource_AreAskedForOnceADay()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 40), SampleTitles.All);
        for (var time = 0; time < 3; time++)
            (await sources.GetAsync("/media?ids=movie%235000")).Keys.ShouldBeEmpty();
        sources.Tmdb.Count().ShouldBe(1);
        sources.Service.Clock.Advance(TimeSpan.FromHours(25));
        await sources.GetAsync("/media?ids=movie%235000");
        sources.Tmdb.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Ids_ABareNumberThatIsKnownAsAFilm_DoesNotAskForTheSeries()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 900, series: 900), SampleTitles.All);
        (await sources.GetAsync("/media?ids=78")).Keys.ShouldBe(["movie#78"]);
        sources.Tmdb.Count().ShouldBe(0);
        (await sources.GetAsync("/media?ids=12")).Keys.ShouldBe(["movie#12", "tv#12"], ignoreOrder: true);
    }

    [Fact]
    public async Task Ids_Embedded_AreNeverAskedFor()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 40), SampleTitles.All);
        (await sources.GetAsync($"/media?ids={s_embedded.Id}")).Keys.ShouldBeEmpty();
        sources.Tmdb.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Ids_OneWithoutAnswer_DoesNotTakeTheOthersAlong()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 40), SampleTitles.All);
        sources.Tmdb.Inject(TmdbFault.Hang() with { Path = "movie/3" });
        (await sources.GetHangingAsync("/media?ids=movie%232,movie%234,movie%233,movie%23348", requests: 3)).Keys.ShouldBe(
            ["movie#2", "movie#4", "movie#348"]);
        sources.Tmdb.Recover();
        (await sources.GetAsync("/media?ids=movie%232,movie%233,movie%234,movie%23348")).Keys.Length.ShouldBe(4);
    }

    [Fact]
    public async Task Ids_AnEmbeddedNumberOfAMatchedTitle_HasThatNumberAndTheSourcesFacts()
    {
        await using var sources = await MediaSources.StartAsync(new TmdbServer(films: 40), SampleTitles.All);
        await MatchAsync(sources.Service);
        var listing = await sources.GetAsync($"/media?ids={s_embedded.Id}");
        listing.Keys.ShouldBe([s_embedded.ToString()]);
        var item = listing.Response.Json.GetProperty("results")[0];
        (item.GetProperty("title").GetString(), item.GetProperty("poster_path").GetString()).ShouldBe(("Alien", "/alien.jpg"));
        (await sources.GetAsync($"/media?excludeIds={s_embedded.Id}&mediaType=movie")).Keys.ShouldNotContain("movie#348");
        (await sources.GetAsync($"/media?query=alien&excludeIds={s_embedded.Id}")).Titles.ShouldBe(["Aliens"]);
        sources.Tmdb.Count().ShouldBe(0);
    }

    /// <summary>Stores an embedded title as the refresh does after finding it at TMDB.</summary>
    private static async Task MatchAsync(Service service)
    {
        var ours = SampleTitles.Alien with { Key = s_embedded, Name = "Alien (ours)", PosterPath = null };
        await service.PublishAsync(new CatalogueContent("tmdb-matched", SampleTitles.All)
        {
            Aliases = new Dictionary<TitleKey, TitleKey> { [s_embedded] = SampleTitles.Alien.Key },
        });
        await service.Titles.WriteAsync([new TitleRecord(ours) { Alias = SampleTitles.Alien.Key }], Token);
        service.Catalogue.Expire();
    }
}
