using MovieRec.Cli.Evaluating;
using MovieRec.Cli.Ratings;

namespace MovieRec.Cli.Tests.Evaluating;

public sealed class SplitsTests
{
    private static readonly RatingsTable s_table = Make();

    [Fact]
    public void ByItem_AnyItem_HoldsAQuarterOut()
    {
        var (train, test) = Splits.ByItem(s_table.Ratings, 1);
        (train.Count + test.Count).ShouldBe(s_table.Ratings.Count);
        foreach (var item in s_table.Ratings.GroupBy(rating => rating.Item))
            train.Count(rating => rating.Item == item.Key).ShouldBe((int)Math.Round(0.75 * item.Count()));
        Splits.ByItem(s_table.Ratings, 1).Test.ShouldBe(test);
        Splits.ByItem(s_table.Ratings, 2).Test.ShouldNotBe(test);
    }

    [Fact]
    public void Newest_AnyUser_RanksTheLatestAmongStrangers()
    {
        foreach (var one in Splits.Newest(s_table, 1).Cases)
        {
            one.Relevant.Count.ShouldBe(1);
            one.Candidates!.ShouldContain(one.Relevant.Single());
            one.Candidates!.Intersect(one.Known.Items).ShouldBeEmpty();
        }
    }

    [Fact]
    public void ColdUsers_OfTheCases_AreNotInTraining()
    {
        var experiment = Splits.ColdUsers(s_table, 3, 1);
        experiment.Cases.ShouldNotBeEmpty();
        experiment.Cases.ShouldAllBe(one => one.Known.Items.Length == 3);
        experiment.Train.Count.ShouldBe(s_table.Ratings.Count - experiment.Cases.Sum(one => 3 + one.Relevant.Count));
    }

    [Fact]
    public void ColdTitles_OfTheCases_AreNotInTraining()
    {
        var experiment = Splits.ColdTitles(s_table, amongThemselves: true, 1);
        foreach (var item in experiment.Cases.SelectMany(one => one.Relevant))
            experiment.Train.GetUsers(item).Length.ShouldBe(0);
    }

    private static RatingsTable Make()
    {
        var random = new Random(1);
        var (users, items) = (new NameNumbers(), new NameNumbers());
        var ratings = new HashSet<(int, int)>();
        for (var user = 0; user < 30; user++)
        {
            users.Add($"{user}");
            for (var i = 0; i < 30; i++)
                ratings.Add((user, items.Add($"{random.Next(200)}")));
        }
        return new RatingsTable(
            users, items, [.. ratings.Select((pair, i) => new Rating(pair.Item1, pair.Item2, 1, i))], new UnreadableLines(0, []));
    }
}
