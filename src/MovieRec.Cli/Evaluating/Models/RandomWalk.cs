using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Cli.Evaluating.Models;

/// <summary>RP3beta: scores items by random walks of three steps, from user to item to user to item.</summary>
/// <remarks>Paudel et al. 2017, <i>Updatable, Accurate, Diverse, and Scalable Recommendations for Interactive Applications</i>. Each
/// transition probability is raised to the power alpha and the sum is divided by the target's popularity to the power beta. Only the
/// strongest targets of each item are kept.</remarks>
internal sealed class RandomWalk(Interactions train, double alpha, double beta, int neighbours)
{
    private readonly (int[] Items, float[] Weights)[] _steps = Steps(train, alpha, beta, neighbours);

    public void Score(ReadOnlySpan<int> known, float[] scores)
    {
        // The first step leads from the user to one of their items with equal probability: a constant factor, which changes no order.
        foreach (var item in known)
        {
            var (targets, weights) = _steps[item];
            for (var i = 0; i < targets.Length; i++)
                scores[targets[i]] += weights[i];
        }
    }

    private static (int[] Items, float[] Weights)[] Steps(Interactions train, double alpha, double beta, int neighbours)
    {
        var steps = new (int[], float[])[train.ItemCount];
        Parallel.For(0, train.ItemCount, item =>
        {
            var sums = new Dictionary<int, double>();
            var users = train.GetUsers(item);
            var toUser = Math.Pow(1.0 / Math.Max(1, users.Length), alpha);
            foreach (var user in users)
            {
                var toItem = toUser * Math.Pow(1.0 / train.GetItems(user).Length, alpha);
                foreach (var other in train.GetItems(user))
                    sums[other] = sums.GetValueOrDefault(other) + toItem;
            }
            sums.Remove(item);
            var best = sums.Select(target => (Item: target.Key, Weight: target.Value / Math.Pow(train.GetUsers(target.Key).Length, beta)))
                .OrderByDescending(target => target.Weight).ThenBy(target => target.Item).Take(neighbours).ToArray();
            steps[item] = ([.. best.Select(target => target.Item)], [.. best.Select(target => (float)target.Weight)]);
        });
        return steps;
    }
}
