using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

/// <summary>Effect of a collaborative model on the recommendations.</summary>
public sealed class CollaborativeScorerTests
{
    private static readonly Title s_alien = Film(1, "Alien", 878);
    private static readonly Title s_amelie = Film(2, "Amélie", 10749);
    private static readonly Title s_babel = Film(3, "Babel", 18);
    private static readonly Title s_new = Film(4, "Sunshine", 878);
    private static readonly Title s_also = Film(5, "Ran", 18);

    /// <summary>Model of two hundred users with Alien and Amélie, and two hundred with Babel and Ran.</summary>
    private static readonly CollaborativeModel s_model = RandomModel.Train(
        [.. Enumerable.Repeat<Title[]>([s_alien, s_amelie], 200), .. Enumerable.Repeat<Title[]>([s_babel, s_also], 200)]);

    private static readonly Recommender s_recommender = new(Catalogue(s_alien, s_amelie, s_babel, s_new, s_also), s_model);

    [Fact]
    public void Recommend_TitleOnOneListWithAFavourite_ComesFirstAndSaysWhy()
    {
        var first = s_recommender.Recommend(Likes(s_alien), Ask()).Items[0];
        first.Key.ShouldBe(s_amelie.Key);
        first.Reason.ShouldBe("Because you liked Alien");
        first.Contributions[0].Text.ShouldBe("Often on one list with Alien");
        first.Contributions[0].Because.ShouldBe(s_alien.Key);
    }

    [Fact]
    public void Recommend_TitleThatNobodyHas_IsReachedByItsContent()
    {
        var scores = s_recommender.Recommend(Likes(s_alien), Ask()).Items.ToDictionary(item => item.Key, item => item.Score);
        scores[s_new.Key].ShouldBeGreaterThan(scores[s_babel.Key]);
    }

    [Fact]
    public void SimilarTo_WithAModel_FindsWhatIsOnTheSameLists() =>
        s_recommender.Recommend(UserTaste.Unknown, Ask() with { SimilarTo = s_babel.Key }).Items[0].Key.ShouldBe(s_also.Key);

    [Fact]
    public void Recommend_ModelOfFewUsers_LeavesTheContentInCharge()
    {
        var small = RandomModel.Train([s_alien, s_amelie], [s_alien, s_amelie]);
        new Recommender(Catalogue(s_alien, s_amelie, s_new), small).Recommend(Likes(s_alien), Ask()).Items[0].Key.ShouldBe(s_new.Key);
    }

    [Fact]
    public void Recommend_Newcomer_SeesWhatManyHave()
    {
        var popular = RandomModel.Train([.. Enumerable.Repeat<Title[]>([s_babel], 300), .. Enumerable.Repeat<Title[]>([s_amelie], 20)]);
        var list = new Recommender(Catalogue(s_amelie, s_babel, s_also), popular).Recommend(UserTaste.Unknown, Ask());
        list.Items[0].Key.ShouldBe(s_babel.Key);
        list.Items[0].Reason.ShouldBe("On many people's lists here");
        list.Personalised.ShouldBeFalse();
    }

    [Fact]
    public void Recommend_UserWhoTickedAGenre_SeesItBeforeWhatEverybodyHas()
    {
        var popular = RandomModel.Train([.. Enumerable.Repeat<Title[]>([s_babel], 300), .. Enumerable.Repeat<Title[]>([s_amelie], 20)]);
        new Recommender(Catalogue(s_alien, s_amelie, s_babel), popular)
            .Recommend(Says(new() { FavouriteGenres = [878] }), Ask()).Items[0].Key.ShouldBe(s_alien.Key);
    }
}
