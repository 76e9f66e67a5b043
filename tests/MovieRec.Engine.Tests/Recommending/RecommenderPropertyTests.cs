using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Recommending.Filtering;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

/// <summary>Properties of every result, checked on thousands of random catalogues, users and queries with fixed seeds.</summary>
public sealed class RecommenderPropertyTests
{
    private const int Catalogues = 16;
    private const int Users = 200;

    [Fact]
    public void Recommend_AnyUser_NeverGetsWhatTheRulesForbid() => ForAll((catalogue, _, taste, query, list) =>
    {
        var preferences = taste.Preferences;
        var named = preferences.FavouriteContent.Where(name => Folding.FoldTight(name).Length > 0).ToArray();
        foreach (var title in list.Items.Select(item => catalogue[item.Row]))
        {
            taste.Signals.Any(signal => signal.Key == title.Key).ShouldBeFalse();
            taste.Dismissed.Contains(title.Key).ShouldBeFalse();
            query.Excluded.Contains(title.Key).ShouldBeFalse();
            title.Key.ShouldNotBe(query.SimilarTo ?? default);
            title.Key.Kind.ShouldBe(query.Kind ?? title.Key.Kind);
            named.Contains(title.Name).ShouldBeFalse();
            (ContentAdvisory.GetBreaks(title) & preferences.DealBreakers).ShouldBe(DealBreakers.None);
            if (title.Year is > 0 and < 3000 and var year)
                year.ShouldBeInRange(preferences.ReleaseYearStart ?? 0, preferences.ReleaseYearEnd ?? 9999);
            if (TitleStatistics.GetVote(title) is { } vote && preferences.MaxRating is not double.NaN)
                ((float)vote).ShouldBeInRange((float)(preferences.MinRating ?? 0), (float)(preferences.MaxRating ?? 10));
        }
    });

    [Fact]
    public void Recommend_AnyInput_GivesFiniteScoresThatAddUp() => ForAll((_, _, _, query, list) =>
    {
        list.Items.Count.ShouldBe(Math.Min(list.CandidateCount, Math.Clamp(query.Limit, 1, 50)));
        list.Items.Select(item => item.Row).Distinct().Count().ShouldBe(list.Items.Count);
        foreach (var item in list.Items)
        {
            double.IsFinite(item.Score).ShouldBeTrue();
            item.Score.ShouldBeInRange(0, 100);
            item.Contributions.Sum(part => part.Points).ShouldBe(item.Score, 1e-6);
            item.Contributions.Count.ShouldBeLessThanOrEqualTo(8);
            item.Contributions.All(part => part.Text.Length > 0).ShouldBeTrue();
            item.Reason.ShouldNotBeNullOrWhiteSpace();
        }
    });

    [Fact]
    public void Recommend_SameQuestionTwice_GivesTheSameAnswer() => ForAll((_, recommender, taste, query, list) =>
    {
        var again = recommender.Recommend(taste, query);
        Summary(again).ShouldBe(Summary(list));
    });

    [Fact]
    public void Recommend_FirstPickMadeAFavourite_DoesNotComeBack() => ForAll((_, recommender, taste, query, list) =>
    {
        if (list.Items.Count == 0)
            return;
        var pick = list.Items[0].Key;
        var happier = taste with { Signals = [.. taste.Signals, new TasteSignal(pick, SignalKind.Favourite, Now)] };
        recommender.Recommend(happier, query).Items.Any(item => item.Key == pick).ShouldBeFalse();
    });

    [Fact]
    public void Reasons_AnyUser_AreTrue() => ForAll((catalogue, _, taste, query, list) =>
    {
        foreach (var item in list.Items)
        {
            foreach (var part in item.Contributions.Where(part => part.Because is not null))
            {
                catalogue.TryFind(part.Because!.Value, out var row).ShouldBeTrue();
                if (part.Text.StartsWith("Like ", StringComparison.Ordinal))
                    GetFeatures(catalogue[row]).Overlaps(GetFeatures(catalogue[item.Row])).ShouldBeTrue(part.Text);
                if (part.Kind == ReasonKind.SimilarTitle)
                    part.Because.ShouldBe(query.SimilarTo);
                else
                    Has(taste, catalogue[row]).ShouldBeTrue();
            }
            foreach (var part in item.Contributions.Where(part => part.Kind is ReasonKind.LikedTitle or ReasonKind.WatchlistTitle))
                part.Because.ShouldNotBeNull();
            foreach (var part in item.Contributions.Where(part => part.Kind == ReasonKind.Person))
            {
                var credited = catalogue[item.Row].Directors.Concat(catalogue[item.Row].Cast).ToArray();
                credited.Any(name => part.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).ShouldBeTrue(part.Text);
            }
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Recommend_TinyCatalogue_Works(int count)
    {
        var random = new Random(count);
        var catalogue = Engine.Catalogues.Catalogue.Build([.. Enumerable.Range(1, count).Select(i => Film(i, "Film", 18))], "tiny");
        var recommender = new Recommender(catalogue);
        recommender.Recommend(UserTaste.Unknown, Ask()).Items.Count.ShouldBe(count);
        for (var i = 0; i < 200; i++)
        {
            recommender.Recommend(
                RandomCatalogue.User(random, catalogue), RandomCatalogue.Query(random, catalogue)).Items.Count.ShouldBeLessThanOrEqualTo(
                    count);
        }
    }

    [Fact]
    public void Recommend_ManyThreads_GiveWhatOneGives()
    {
        var catalogue = RandomCatalogue.Make(new Random(77), 300);
        var recommender = new Recommender(catalogue);
        var users = Enumerable.Range(0, 200)
            .Select(seed =>
                (Taste: RandomCatalogue.User(new Random(seed), catalogue), Query: RandomCatalogue.Query(new Random(seed), catalogue)))
                    .ToArray();
        var alone = users.Select(user => Summary(recommender.Recommend(user.Taste, user.Query))).ToArray();
        var together = users.AsParallel().AsOrdered().WithDegreeOfParallelism(8)
            .Select(user => Summary(recommender.Recommend(user.Taste, user.Query))).ToArray();
        together.ShouldBe(alone);
    }

    private static string Summary(RecommendationList list) =>
        string.Join('|', list.Items.Select(item => $"{item.Row} {item.Score:R} {item.Reason}"));

    private static HashSet<string> GetFeatures(Title title) =>
        [.. new TitleFeatures().Extract(title).Select(feature => $"{feature.Field} {feature.Name}")];

    private static bool Has(UserTaste taste, Title title) =>
        taste.Signals.Any(signal => signal.Key == title.Key)
        || taste.Preferences.FavouriteContent.Select(Folding.FoldTight)
            .Any(name => name == Folding.FoldTight(title.Name) || name == Folding.FoldTight(title.OriginalName ?? ""));

    private static void ForAll(Action<Catalogue, Recommender, UserTaste, RecommendationQuery, RecommendationList> check)
    {
        for (var seed = 0; seed < Catalogues; seed++)
        {
            var random = new Random(seed);
            var catalogue = RandomCatalogue.Make(random, seed * 20);
            // Half of them have a model, whose titles and the catalogue's may differ.
            var recommender = new Recommender(catalogue, seed % 2 == 0 ? null : RandomModel.Make(random, catalogue));
            for (var user = 0; user < Users; user++)
            {
                var (taste, query) = (RandomCatalogue.User(random, catalogue), RandomCatalogue.Query(random, catalogue));
                check(catalogue, recommender, taste, query, recommender.Recommend(taste, query));
            }
        }
    }
}
