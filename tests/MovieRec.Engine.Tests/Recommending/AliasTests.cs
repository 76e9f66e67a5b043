using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;
using static MovieRec.Engine.Tests.Some;

namespace MovieRec.Engine.Tests.Recommending;

/// <summary>Aliases: a title that lists name by two keys is one title.</summary>
public sealed class AliasTests
{
    private static readonly Title s_alien = Film(348, "Alien", 878, 27);
    private static readonly Title s_aliens = Film(679, "Aliens", 878, 28);
    private static readonly Title s_arrival = Film(9, "Arrival", 878, 18);
    private static readonly Title s_amelie = Film(194, "Amélie", 35, 10749);
    private static readonly TitleKey s_old = new(MediaKind.Movie, 9_000_000_348);

    private static readonly Catalogue s_catalogue =
        Engine.Catalogues.Catalogue.Build(new CatalogueContent("tmdb-1", [s_alien, s_aliens, s_arrival, s_amelie])
        {
            Aliases = new Dictionary<TitleKey, TitleKey> { [s_old] = s_alien.Key },
        });

    private static readonly Recommender s_recommender = new(s_catalogue);

    [Fact]
    public void Signal_UnderAnAlias_CountsAsUnderItsKey()
    {
        Summary(Signals(s_old)).ShouldBe(Summary(Signals(s_alien.Key)));
    }

    [Fact]
    public void Signal_UnderBothKeys_CountsOnce()
    {
        // With a second title, the shares would shift if the first counted twice.
        Summary(Signals(s_old, s_alien.Key, s_amelie.Key)).ShouldBe(Summary(Signals(s_alien.Key, s_amelie.Key)));
    }

    [Fact]
    public void DismissedOrExcluded_UnderAnAlias_DoesNotComeBack()
    {
        s_recommender.Recommend(new UserTaste { Dismissed = new HashSet<TitleKey> { s_old } }, Ask()).Items.ShouldNotContain(
            item => item.Key == s_alien.Key);
        s_recommender.Recommend(UserTaste.Unknown, Ask() with { Excluded = new HashSet<TitleKey> { s_old } }).Items.ShouldNotContain(
            item => item.Key == s_alien.Key);
        s_recommender.Recommend(UserTaste.Unknown, Ask()).Items.ShouldContain(item => item.Key == s_alien.Key);
    }

    [Fact]
    public void SimilarTo_Alias_IsAnsweredAsItsKey()
    {
        Keys(s_old).ShouldBe(Keys(s_alien.Key));
        Keys(s_old).ShouldNotBeEmpty();

        TitleKey[] Keys(TitleKey similar) =>
            [.. s_recommender.Recommend(UserTaste.Unknown, Ask() with { SimilarTo = similar }).Items.Select(item => item.Key)];
    }

    [Fact]
    public void Rank_Aliases_GivesTitlesUnderTheirOwnKeys()
    {
        var ranking = s_recommender.Rank(UserTaste.Unknown, Ask());
        ranking.Keys.ShouldBe([s_alien.Key, s_aliens.Key, s_arrival.Key, s_amelie.Key], ignoreOrder: true);
    }

    [Fact]
    public void Model_LearntUnderAliases_SpeaksForTheTitles()
    {
        var known = Enumerable.Repeat<Title[]>([s_alien with { Key = s_old }, s_amelie], 500);
        var model = RandomModel.Train([.. known, .. Enumerable.Repeat<Title[]>([s_alien, s_aliens], 5)]);
        var first = new Recommender(s_catalogue, model).Recommend(Signals(s_alien.Key), Ask()).Items[0];
        first.Key.ShouldBe(s_amelie.Key);
        first.Score.ShouldBe(first.Contributions.Sum(part => part.Points), 1e-6);
    }

    private static UserTaste Signals(params TitleKey[] keys) =>
        new() { Signals = [.. keys.Select(key => new TasteSignal(key, SignalKind.Favourite, Now))] };

    private static string[] Summary(UserTaste taste) =>
        [.. s_recommender.Recommend(taste, Ask()).Items.Select(
            item => $"{item.Key} {item.Score:R} {item.Reason} {string.Join(';', item.Contributions.Select(part => part.Because))}")];
}
