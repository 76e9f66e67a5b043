using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Engine.Tests.Collaborative.Training;

/// <summary>Closed form of EASE, against matrices solved by hand and arithmetic in double precision.</summary>
public sealed class EaseTests
{
    [Fact]
    public void Solve_TwoItemsOfTwoUsers_GivesTheWorkedOutWeights()
    {
        // X = [1 1; 1 0], l2 = 1: G = [3 1; 1 2], P = [2 -1; -1 3] / 5, so B12 = 1/3 (from 1 to 2) and B21 = 1/2.
        var scores = Score(
            Interactions.Build([new(0, 0, 1), new(0, 1, 1), new(1, 0, 1)], 2, 2), new TrainingOptions { L2 = 1, HistoryDamping = 0 }, [0]);
        scores[1].ShouldBe(1 / 3f, 1e-6f);
        Score(Interactions.Build([new(0, 0, 1), new(0, 1, 1), new(1, 0, 1)], 2, 2), new TrainingOptions { L2 = 1, HistoryDamping = 0 },
            [1])[0].ShouldBe(0.5f, 1e-6f);
    }

    [Theory]
    [InlineData(40, 300, 0)]
    [InlineData(300, 40, 0)]
    [InlineData(500, 270, 0.25)]
    [InlineData(20, 129, 0.5)]
    public void Solve_AnyShape_AgreesWithPlainArithmetic(int users, int items, double damping)
    {
        var interactions = Random(users, items, seed: users);
        var options = new TrainingOptions { L2 = 7, HistoryDamping = damping };
        var expected = Plain(interactions, options);
        var ease = Ease.Solve(interactions, options, null, CancellationToken.None);
        foreach (var item in (int[])[0, items / 2, items - 1])
        {
            var scores = new float[items];
            ease.Score([item], [1], scores);
            for (var other = 0; other < items; other++)
            {
                if (other != item && interactions.GetUsers(other).Length > 0)
                    scores[other].ShouldBe((float)expected[item, other], 1e-4f);
            }
        }
    }

    [Fact]
    public void Solve_Twice_GivesTheSameWeights()
    {
        var interactions = Random(200, 150, seed: 3);
        Score(interactions, new(), [1, 2, 3]).ShouldBe(Score(interactions, new(), [1, 2, 3]));
    }

    [Fact]
    public void Train_BeyondTheCap_FallsBackToCosine()
    {
        var interactions = Random(200, 60, seed: 4);
        var weights = Trainer.Train(interactions, new TrainingOptions { Cap = 30, Shrinkage = 1 }, null, CancellationToken.None);
        var reached = new bool[60];
        for (var item = 0; item < 60; item++)
        {
            foreach (var target in weights.GetTargets(item))
                reached[target] = true;
        }
        reached.ShouldAllBe(reaches => reaches);
    }

    [Fact]
    public void Train_FewNeighbours_KeepsSoManyAnItemOnAverage()
    {
        var interactions = Random(100, 80, seed: 5);
        var weights = Trainer.Train(interactions, new TrainingOptions { Neighbours = 12 }, null, CancellationToken.None);
        var known = Enumerable.Range(0, 80).Count(item => interactions.GetUsers(item).Length > 0);
        weights.Count.ShouldBeInRange(12 * 80, 12 * 80 * 2);
        Trainer.Train(interactions, new TrainingOptions { Neighbours = 80 }, null, CancellationToken.None).Count.ShouldBe(
            known * (known - 1));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    public void Train_NextToNothing_Works(int users, int items)
    {
        var interactions = Interactions.Build(users == 0 ? [] : [new Interaction(0, 0, 1)], users, items);
        var weights = Trainer.Train(interactions, new TrainingOptions { Cap = 10 }, null, CancellationToken.None);
        weights.ItemCount.ShouldBe(items);
    }

    [Fact]
    public void Cosine_WithShrinkage_IsCommonUsersOverNormsAndShrinkage()
    {
        // Items 0 and 1 share one user; norms √2 and 1.
        var weights = CosineNeighbours.Compute(Interactions.Build([new(0, 0, 1), new(0, 1, 1), new(1, 0, 1)], 2, 2), 5, 10);
        weights.GetTargets(0).ToArray().ShouldBe([1]);
        weights.GetWeights(0)[0].ShouldBe((float)(1 / (Math.Sqrt(2) + 10)), 1e-7f);
    }

    internal static Interactions Random(int users, int items, int seed)
    {
        var random = new Random(seed);
        var entries = new List<Interaction>();
        for (var user = 0; user < users; user++)
        {
            for (var i = random.Next(1, Math.Max(2, items / 4)); i > 0; i--)
                entries.Add(new Interaction(user, Math.Min(random.Next(items), random.Next(items)), 1));
        }
        return Interactions.Build(entries, users, items);
    }

    private static float[] Score(Interactions interactions, TrainingOptions options, int[] known)
    {
        var scores = new float[interactions.ItemCount];
        Ease.Solve(interactions, options, null, CancellationToken.None).Score(known, Array.ConvertAll(known, _ => 1f), scores);
        return scores;
    }

    private static double[,] Plain(Interactions x, TrainingOptions options)
    {
        var n = x.ItemCount;
        var a = new double[n, 2 * n];
        for (var user = 0; user < x.UserCount; user++)
        {
            var weight = Math.Pow(Math.Max(1, x.GetItems(user).Length), -options.HistoryDamping);
            foreach (var one in x.GetItems(user))
            {
                foreach (var other in x.GetItems(user))
                    a[one, other] += weight;
            }
        }
        for (var i = 0; i < n; i++)
        {
            a[i, i] += options.L2;
            a[i, n + i] = 1;
        }
        for (var k = 0; k < n; k++)
        {
            var pivot = a[k, k];
            for (var j = 0; j < 2 * n; j++)
                a[k, j] /= pivot;
            for (var i = 0; i < n; i++)
            {
                var factor = a[i, k];
                if (i == k || factor == 0)
                    continue;
                for (var j = 0; j < 2 * n; j++)
                    a[i, j] -= factor * a[k, j];
            }
        }
        var b = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                b[i, j] = -a[i, n + j] / a[j, n + j];
        }
        return b;
    }
}
