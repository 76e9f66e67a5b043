using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Catalogues;

public sealed class CatalogueTests
{
    [Fact]
    public void Build_SameKeyTwice_LastWins()
    {
        var catalogue = Catalogue(Film(1, "Old"), Film(2, "Other"), Film(1, "New"));
        catalogue.Count.ShouldBe(2);
        catalogue.TryFind(new TitleKey(MediaKind.Movie, 1), out var row).ShouldBeTrue();
        catalogue[row].Name.ShouldBe("New");
    }

    [Fact]
    public void ByPopularity_Titles_ComesMostPopularFirstAndUnusableLast()
    {
        var catalogue = Catalogue(
            Film(1, "NaN") with { Popularity = double.NaN }, Film(2, "Some") with { Popularity = 3 },
            Film(3, "Much") with { Popularity = 1e300 }, Film(4, "Infinite") with { Popularity = double.PositiveInfinity });
        GetNames(catalogue, catalogue.ByPopularity).ShouldBe(["Much", "Some", "NaN", "Infinite"]);
    }

    [Fact]
    public void ByRating_FewVotes_AreBelievedLess()
    {
        // Mean 7; (1 * 10 + 50 * 7) / 51 = 7.06 and (5000 * 8.5 + 50 * 7) / 5050 = 8.49.
        var catalogue = Catalogue(
            Film(1, "One vote of ten") with { VoteAverage = 10, VoteCount = 1 },
            Film(2, "Loved by many") with { VoteAverage = 8.5, VoteCount = 5_000 },
            Film(3, "Poor") with { VoteAverage = 2.5, VoteCount = 5_000 },
            Film(4, "Unknown") with { Popularity = 99 },
            Film(5, "No votes") with { VoteAverage = 0, VoteCount = 0, Popularity = 98 });
        GetNames(catalogue, catalogue.ByRating).ShouldBe(["Loved by many", "One vote of ten", "Poor", "Unknown", "No votes"]);
    }

    [Fact]
    public void ByRating_KindWithoutVotes_IsNotPushedBehindTheOther()
    {
        var catalogue = Catalogue(
            Film(1, "Film A") with { Popularity = 9 }, Film(2, "Film B") with { Popularity = 8 },
            Series(1, "Series A") with { VoteAverage = 9 }, Series(2, "Series B") with { VoteAverage = 8 });
        GetNames(catalogue, catalogue.ByRating).Take(2).ShouldBe(["Film A", "Series A"], ignoreOrder: true);
    }

    [Fact]
    public void Trending_Year_PutsRecentPopularFirstAndUnreleasedLast()
    {
        var catalogue = Catalogue(
            Film(1, "Old hit") with { ReleaseDate = "1990", Popularity = 100 },
            Film(2, "New hit") with { ReleaseDate = "2026-01-01", Popularity = 90 },
            Film(3, "New flop") with { ReleaseDate = "2026", Popularity = 1 },
            Film(4, "To come") with { ReleaseDate = "2027", Popularity = 95 },
            Film(5, "Undated") with { ReleaseDate = null, Popularity = 94 });
        GetNames(catalogue, catalogue.Trending(2026)).ShouldBe(["New hit", "New flop", "Old hit", "To come", "Undated"]);
        GetNames(catalogue, catalogue.Trending(2027))[0].ShouldBe("To come");
    }

    [Fact]
    public void TryFind_Alias_FindsTheTitle()
    {
        var catalogue = Aliased((new(MediaKind.Movie, 9_000_000_001), s_film.Key), (new(MediaKind.Tv, 9_000_000_002), s_series.Key));
        catalogue.TryFind(new TitleKey(MediaKind.Movie, 9_000_000_001), out var row).ShouldBeTrue();
        catalogue[row].Key.ShouldBe(s_film.Key);
        catalogue.TryFind(new TitleKey(MediaKind.Tv, 9_000_000_002), out row).ShouldBeTrue();
        catalogue[row].Name.ShouldBe("Series");
        catalogue.Count.ShouldBe(2);
    }

    [Fact]
    public void Build_AliasThatIsATitleOrOfNone_IsIgnored()
    {
        var catalogue =
            Aliased((s_series.Key, s_film.Key), (new(MediaKind.Movie, 5), new(MediaKind.Movie, 6)),
                (new(MediaKind.Movie, 7), new(MediaKind.Movie, 5)));
        catalogue.TryFind(s_series.Key, out var row).ShouldBeTrue();
        catalogue[row].Name.ShouldBe("Series");
        catalogue.TryFind(new TitleKey(MediaKind.Movie, 5), out _).ShouldBeFalse();
        catalogue.TryFind(new TitleKey(MediaKind.Movie, 7), out _).ShouldBeFalse();
    }

    [Fact]
    public void Trending_SourceSays_ComesFirstInItsOrder()
    {
        Title[] titles =
            [Film(1, "A") with { Popularity = 9 }, Film(2, "B") with { Popularity = 8 }, Film(3, "C") with { Popularity = 7 },
                Film(4, "D") with { Popularity = 6 }];
        var catalogue = Engine.Catalogues.Catalogue.Build(new CatalogueContent("tmdb-1", titles)
        {
            Trending = [titles[3].Key, new(MediaKind.Tv, 99), new(MediaKind.Movie, 9_000_000_001), titles[3].Key, titles[0].Key],
            Aliases = new Dictionary<TitleKey, TitleKey> { [new(MediaKind.Movie, 9_000_000_001)] = titles[2].Key },
        });
        GetNames(catalogue, catalogue.Trending(2026)).ShouldBe(["D", "C", "A", "B"]);
    }

    [Fact]
    public void Orders_AnyCatalogue_HoldEveryRowOnce()
    {
        var catalogue = RandomCatalogue.Make(new Random(5), 300);
        foreach (var order in new[] { catalogue.ByPopularity, catalogue.ByRating, catalogue.Trending(2026) })
            order.Order().ShouldBe(Enumerable.Range(0, catalogue.Count));
    }

    [Fact]
    public void Empty_Catalogue_HasNothing()
    {
        Engine.Catalogues.Catalogue.Empty.Count.ShouldBe(0);
        Engine.Catalogues.Catalogue.Empty.Trending(2026).ShouldBeEmpty();
    }

    private static readonly Title s_film = Film(1, "Film");
    private static readonly Title s_series = Series(2, "Series");

    private static Catalogue Aliased(params (TitleKey From, TitleKey To)[] aliases) =>
        Engine.Catalogues.Catalogue.Build(
            new CatalogueContent("tmdb-1", [s_film, s_series]) { Aliases = aliases.ToDictionary(pair => pair.From, pair => pair.To) });

    private static string[] GetNames(Catalogue catalogue, IReadOnlyList<int> rows) => [.. rows.Select(row => catalogue[row].Name)];
}
