using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Snapshots;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

/// <summary>Catalogue without people's names, which gives the same results and takes names from the titles' records.</summary>
public sealed class NamelessTests
{
    private static readonly Title s_liked = Film(1, "Blade Runner", 878) with { Directors = ["Ridley Scott"], Cast = ["Harrison Ford"] };
    private static readonly Title s_other = Film(2, "The Martian", 878) with { Directors = ["Ridley Scott"], Cast = ["Harrison Ford"] };

    [Fact]
    public void Recommend_RealCatalogueWithoutNames_GivesTheSame()
    {
        var (named, nameless) = Read(EmbeddedTitles.All);
        var (withNames, without) = (new Recommender(named), new Recommender(nameless));
        foreach (var taste in Tastes(named))
        {
            foreach (var query in (RecommendationQuery[])[Ask(20), Ask(20, MediaKind.Tv, seed: 3), Ask() with { SimilarTo = named[1].Key }])
            {
                var one = withNames.Rank(taste, query);
                var other = without.Rank(taste, query);
                var details = Details(one, named);
                Lines(other.Explain(details)).ShouldBe(Lines(one.Explain(details)));
            }
        }
        nameless.ByRating.ShouldBe(named.ByRating);
        nameless.Statistics.ShouldBe(named.Statistics);
    }

    [Fact]
    public void Recommend_RandomCatalogueWithoutNames_GivesTheSame()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            var catalogue = RandomCatalogue.Make(random, 20 + (seed * 20));
            var (named, nameless) = Read([.. Enumerable.Range(0, catalogue.Count).Select(row => catalogue[row])]);
            var (one, other) = (new Recommender(named), new Recommender(nameless));
            for (var user = 0; user < 50; user++)
            {
                var (taste, query) = (RandomCatalogue.User(random, catalogue), RandomCatalogue.Query(random, catalogue));
                var ranking = other.Rank(taste, query);
                Lines(ranking.Explain(Details(ranking, named))).ShouldBe(Lines(one.Recommend(taste, query)));
            }
        }
    }

    [Fact]
    public void Explain_NoDetails_SpeaksOfPeopleWithoutNames()
    {
        var nameless = Read([s_liked, s_other]).Nameless;
        var follows = Likes(s_liked) with { Preferences = new() { Directors = ["ridley scott"], Actors = ["HARRISON FORD"] } };
        var ranking = new Recommender(nameless).Rank(follows, Ask());
        var item = ranking.Explain([]).Items.ShouldHaveSingleItem();
        var texts = item.Contributions.Select(part => part.Text).Append(item.Reason).ToArray();
        texts.ShouldContain("Directed by a person whom you follow");
        texts.ShouldContain("With a person whom you follow");
        texts.ShouldContain("Like Blade Runner: science fiction, the same director, some of the same cast");
        texts.ShouldNotContain(text => text.Contains(PersonToken.Create("Ridley Scott"), StringComparison.Ordinal));
    }

    [Fact]
    public void Explain_Details_NamesPeopleAsTheyDo()
    {
        var nameless = Read([s_liked, s_other]).Nameless;
        var ranking = new Recommender(nameless).Rank(Likes(s_liked), Ask());
        ranking.Keys.ShouldBe([s_other.Key]);
        var item = ranking.Explain([s_other with { Directors = ["Other Director", "RIDLEY SCOTT"] }]).Items.ShouldHaveSingleItem();
        item.Contributions[0].Text.ShouldBe("Like Blade Runner: science fiction, directed by RIDLEY SCOTT, with Harrison Ford");
    }

    [Fact]
    public void Recommend_RealCatalogueWithoutNamesOrDetails_NeverShowsAToken()
    {
        var nameless = Read(EmbeddedTitles.All).Nameless;
        var recommender = new Recommender(nameless);
        foreach (var taste in Tastes(nameless))
        {
            foreach (var item in recommender.Recommend(taste, Ask(50)).Items)
            {
                $"{item.Reason} {string.Join(' ', item.Contributions.Select(part => part.Text))}".ShouldNotMatch(
                    "(?<!\\w)p[0-9a-f]{8}(?!\\w)");
            }
        }
    }

    [Fact]
    public void Rank_WhileOthersAreOpen_IsNotMixedUp()
    {
        var catalogue = Catalogue([.. EmbeddedTitles.All[..300]]);
        var recommender = new Recommender(catalogue);
        var tastes = Tastes(catalogue);
        var alone = tastes.ConvertAll(taste => Lines(recommender.Recommend(taste, Ask())));
        var open = tastes.ConvertAll(taste => recommender.Rank(taste, Ask()));
        for (var i = 0; i < open.Count; i++)
            Lines(open[i].Explain(Details(open[i], catalogue))).ShouldBe(alone[i]);
    }

    private static List<Title> Details(RankedTitles ranked, Catalogue catalogue) =>
        [.. ranked.Keys.Select(key => catalogue.TryFind(key, out var row) ? catalogue[row] : throw new KeyNotFoundException())];

    private static List<UserTaste> Tastes(Catalogue catalogue) =>
    [
        UserTaste.Unknown,
        Likes(catalogue[8], catalogue[20], catalogue[40]),
        Likes(catalogue[8]) with
        {
            Preferences = new()
            {
                Directors = ["Ridley Scott", "STEVEN SPIELBERG"],
                Actors = ["Penelope Cruz", "Tom Hanks", "robert downey, jr"],
            },
        },
        Says(new() { Actors = ["Sigourney Weaver"], FavouriteGenres = [878], MinRating = 3 }),
        Says(new() { Directors = ["Hayao Miyazaki", "?"], Keywords = ["anime"] }),
    ];

    private static (Catalogue Named, Catalogue Nameless) Read(Title[] titles)
    {
        var snapshot = SnapshotWriter.Write(new CatalogueContent("embedded-1", titles));
        return (Read(snapshot), Read(snapshot with { Names = default }));
    }

    private static Catalogue Read(EncodedSnapshot snapshot)
    {
        SnapshotReader.TryRead(snapshot, out var content, out var reason).ShouldBeTrue(reason);
        return Engine.Catalogues.Catalogue.Build(content!);
    }

    private static string[] Lines(RecommendationList list) =>
        [.. list.Items.Select(
            item => $"{item.Row} {item.Score:R} {item.Reason} "
                + $"{string.Join('|', item.Contributions.Select(part => $"{part.Text} {part.Points:R}"))}")];
}
