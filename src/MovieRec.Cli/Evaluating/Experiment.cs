using MovieRec.Cli.Ratings;
using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Cli.Evaluating;

/// <summary>Training data and test cases for the evaluation of models.</summary>
/// <param name="Name">The protocol and its parameter: <c>r</c>, <c>n</c>, <c>cold-users-3</c>, ...</param>
/// <param name="Items">Names of all items, in training or not.</param>
/// <param name="Train">The matrix to train on; every rating counts as 1.</param>
/// <param name="Cases">The users to recommend to.</param>
internal sealed record Experiment(string Name, NameNumbers Items, Interactions Train, IReadOnlyList<EvaluationCase> Cases)
{
    public static Interactions Matrix(IEnumerable<Rating> ratings, int users, int items) =>
        Interactions.Build([.. ratings.Select(rating => new Interaction(rating.User, rating.Item, 1))], users, items);

    public static KnownTitles Known(IEnumerable<Rating> ratings)
    {
        var latest = ratings.GroupBy(rating => rating.Item).Select(same => same.MaxBy(rating => rating.Time)).OrderBy(rating => rating.Item)
            .ToArray();
        return new KnownTitles([.. latest.Select(rating => rating.Item)], [.. latest.Select(rating => rating.Time)]);
    }
}
