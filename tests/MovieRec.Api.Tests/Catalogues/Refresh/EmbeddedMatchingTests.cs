using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Api.Tests.Catalogues.Refresh;

/// <summary>Matching of embedded titles with those of TMDB.</summary>
public sealed class EmbeddedMatchingTests
{
    private static readonly Title s_matrix = Film(603, "The Matrix", 1999, "Lana Wachowski") with { WikidataId = "Q83495" };
    private static readonly Title s_heat = Film(949, "Heat", 1995, "Michael Mann");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ByWikidataId_IsOneTitleUnderTwoNumbers()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10).WithTitle(s_matrix));
        var ours = CatalogueRefreshTests.Embedded(1, "Matrix", 1998, wikidata: "Q83495");
        await refreshes.PublishAsync("embedded-1", ours);

        (await refreshes.RunAsync()).Matched.ShouldBe(1);
        var content = (await refreshes.CurrentAsync())!;
        content.Titles.ShouldNotContain(title => title.Key == ours.Key);
        content.Aliases[ours.Key].ShouldBe(s_matrix.Key);
        var catalogue = Catalogue.Build(content);
        catalogue.TryFind(ours.Key, out var row).ShouldBeTrue();
        catalogue[row].Key.ShouldBe(s_matrix.Key);
        var shown = (await refreshes.Records.FindAsync([ours.Key], Token)).ShouldHaveSingleItem();
        (shown.Key, shown.Name, shown.Overview).ShouldBe((ours.Key, "The Matrix", s_matrix.Overview));
    }

    [Fact]
    public async Task Run_ByNameYearAndDirector_IsMatchedWithoutAsking()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10).WithTitle(s_heat));
        await refreshes.PublishAsync("embedded-1", CatalogueRefreshTests.Embedded(2, "HEAT", 1995, "Michael Mann"));
        (await refreshes.RunAsync()).Matched.ShouldBe(1);
        refreshes.Tmdb.Count("find").ShouldBe(0);
        refreshes.Tmdb.Count("search").ShouldBe(0);
    }

    [Fact]
    public async Task Run_AnotherFilmOfThatNameAndYear_IsNotTakenForIt()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10).WithTitle(s_heat));
        var ours = CatalogueRefreshTests.Embedded(2, "Heat", 1995, "Other Director");
        await refreshes.PublishAsync("embedded-1", ours);
        await refreshes.RunAsync();
        refreshes.Tmdb.Count("search").ShouldBePositive("TMDB knows more films of that name");
    }

    [Fact]
    public async Task Run_FoundByAskingAlone_IsFetchedToo()
    {
        await using var refreshes =
            new Refreshes(new TmdbServer(400, 10).WithTitle(s_matrix with { VoteCount = 0, VoteAverage = null, Popularity = 0 }));
        var ours = CatalogueRefreshTests.Embedded(1, "The Matrix", 1999, wikidata: "Q83495");
        await refreshes.PublishAsync("embedded-1", ours);
        var outcome = await refreshes.RunAsync(new RefreshOptions { Films = 20, Series = 20 });
        (outcome.End, outcome.Matched).ShouldBe((RefreshEnd.Finished, 1));
        refreshes.Tmdb.Count("find/Q83495").ShouldBe(1);
        var content = (await refreshes.CurrentAsync())!;
        content.Aliases[ours.Key].ShouldBe(s_matrix.Key);
        content.Titles.ShouldContain(title => title.Key == s_matrix.Key);

        refreshes.Tmdb.Forget();
        refreshes.Clock.Advance(TimeSpan.FromDays(1));
        (await refreshes.RunAsync(new RefreshOptions { Films = 20, Series = 20 })).Matched.ShouldBe(0);
        refreshes.Tmdb.Count("find").ShouldBe(0, "a found title is not searched again");
        (await refreshes.CurrentAsync())!.Aliases[ours.Key].ShouldBe(s_matrix.Key);
    }

    [Fact]
    public async Task Run_ByTmdbId_IsMatchedWithoutASearch()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10).WithTitle(s_matrix));
        var ours = CatalogueRefreshTests.Embedded(1, "Matrix", 1998) with { TmdbId = 603 };
        await refreshes.PublishAsync("embedded-1", ours);
        (await refreshes.RunAsync()).Matched.ShouldBe(1);
        (refreshes.Tmdb.Count("find"), refreshes.Tmdb.Count("search")).ShouldBe((0, 0));
        (await refreshes.CurrentAsync())!.Aliases[ours.Key].ShouldBe(s_matrix.Key);
    }

    [Fact]
    public async Task Run_TmdbIdThatIsGone_KeepsTheEmbeddedTitleUnderBothIds()
    {
        await using var refreshes = new Refreshes(new TmdbServer(40, 10));
        var ours = CatalogueRefreshTests.Embedded(1, "Gone", 1998) with { TmdbId = 424_242 };
        await refreshes.PublishAsync("embedded-1", ours);
        for (var run = 0; run < 2; run++)
        {
            await refreshes.RunAsync();
            var content = (await refreshes.CurrentAsync())!;
            content.Titles.ShouldContain(title => title.Key == ours.Key);
            content.Aliases[new TitleKey(MediaKind.Movie, 424_242)].ShouldBe(ours.Key);
            refreshes.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await refreshes.Records.FindAsync([ours.Key], Token)).ShouldHaveSingleItem().Name.ShouldBe("Gone");
    }

    [Fact]
    public async Task Run_FoundNowhere_StaysAsItIsBehindTheOthers()
    {
        await using var refreshes = new Refreshes(new TmdbServer(60, 10));
        var ours = CatalogueRefreshTests.Embedded(3, "A Film Without Match", 2003, "N. Obody");
        await refreshes.PublishAsync("embedded-1", ours);
        (await refreshes.RunAsync()).End.ShouldBe(RefreshEnd.Finished);
        var catalogue = Catalogue.Build((await refreshes.CurrentAsync())!);
        catalogue.TryFind(ours.Key, out var row).ShouldBeTrue();
        (catalogue[row].Name, catalogue[row].Directors.Single()).ShouldBe(("A Film Without Match", "N. Obody"));
        catalogue.ByPopularity.ToList().IndexOf(row).ShouldBeGreaterThan(catalogue.Count / 2);

        refreshes.Tmdb.Forget();
        await refreshes.RunAsync();
        refreshes.Tmdb.Count("search").ShouldBe(0, "it is searched again only after three months");
        refreshes.Clock.Advance(TimeSpan.FromDays(91));
        await refreshes.RunAsync();
        refreshes.Tmdb.Count("search").ShouldBePositive();
    }

    [Fact]
    public async Task Run_WhatSomebodyKeepsUnderTheOldNumber_CountsAndIsNotRecommended()
    {
        await using var refreshes = new Refreshes(new TmdbServer(60, 10).WithTitle(s_matrix));
        var ours = CatalogueRefreshTests.Embedded(1, "The Matrix", 1999, wikidata: "Q83495");
        await refreshes.PublishAsync("embedded-1", ours);
        await refreshes.RunAsync();
        var recommender = new Recommender(Catalogue.Build((await refreshes.CurrentAsync())!));
        var list = recommender.Recommend(
            new UserTaste { Signals = [new TasteSignal(ours.Key, SignalKind.Favourite, refreshes.Clock.GetUtcNow())] },
            new RecommendationQuery { Now = refreshes.Clock.GetUtcNow(), Limit = 50 });
        list.Personalised.ShouldBeTrue();
        list.Items.ShouldNotContain(item => item.Key == s_matrix.Key || item.Key == ours.Key);
    }

    private static Title Film(long id, string name, int year, string director) => new()
    {
        Key = new TitleKey(MediaKind.Movie, id),
        Name = name,
        ReleaseDate = $"{year}-06-01",
        GenreIds = [28, 878],
        Directors = [director],
        Cast = ["Keanu Reeves"],
        OriginalLanguage = "en",
        VoteAverage = 8.2,
        VoteCount = 90_000,
        Popularity = 99,
        Overview = "An overview.",
    };
}
