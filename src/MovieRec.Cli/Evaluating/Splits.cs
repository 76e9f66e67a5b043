using MovieRec.Cli.Ratings;

namespace MovieRec.Cli.Evaluating;

/// <summary>Splits ratings into training and held-out parts; the same seed gives the same parts.</summary>
internal static class Splits
{
    private const double TrainShare = 0.75;
    private const double ColdShare = 0.1;
    private const int Negatives = 99;

    /// <summary>Minimum number of ratings of a cold user: enough relevant titles must be left to find.</summary>
    private const int ColdUserRatings = 20;

    /// <summary>Protocol R: puts a random three quarters of every item's ratings into the training part.</summary>
    public static (List<Rating> Train, List<Rating> Test) ByItem(IEnumerable<Rating> ratings, int seed)
    {
        var random = new Random(seed);
        var (train, test) = (new List<Rating>(), new List<Rating>());
        foreach (var item in ratings.GroupBy(rating => rating.Item).OrderBy(item => item.Key))
        {
            var shuffled = item.ToArray();
            random.Shuffle(shuffled);
            var kept = (int)Math.Round(TrainShare * shuffled.Length);
            train.AddRange(shuffled[..kept]);
            test.AddRange(shuffled[kept..]);
        }
        return (train, test);
    }

    /// <summary>Creates an experiment from given parts: every user with held-out ratings is a case.</summary>
    public static Experiment Given(
        string name, NameNumbers users, NameNumbers items, IReadOnlyList<Rating> train, IReadOnlyList<Rating> test)
    {
        var known = train.ToLookup(rating => rating.User);
        return new Experiment(name, items, Experiment.Matrix(train, users.Count, items.Count),
        [
            .. test.GroupBy(rating => rating.User).OrderBy(user => user.Key).Select(user =>
                new EvaluationCase(Experiment.Known(known[user.Key]), [.. user.Select(rating => rating.Item)], null)),
        ]);
    }

    /// <summary>Protocol N: holds out every user's newest rating and ranks it among 99 items that the user lacks.</summary>
    public static Experiment Newest(RatingsTable table, int seed)
    {
        var random = new Random(seed);
        var train = new List<Rating>();
        var cases = new List<EvaluationCase>();
        foreach (var user in table.Ratings.GroupBy(rating => rating.User).OrderBy(user => user.Key))
        {
            var byTime = user.OrderBy(rating => rating.Time).ToArray();
            var own = byTime.Select(rating => rating.Item).ToHashSet();
            train.AddRange(byTime[..^1]);
            if (byTime.Length < 2)
                continue;
            var candidates = new HashSet<int> { byTime[^1].Item };
            while (candidates.Count <= Math.Min(Negatives, table.Items.Count - own.Count))
            {
                if (random.Next(table.Items.Count) is var other && !own.Contains(other))
                    candidates.Add(other);
            }
            cases.Add(new EvaluationCase(Experiment.Known(byTime[..^1]), [byTime[^1].Item], [.. candidates]));
        }
        return new Experiment("n", table.Items, Experiment.Matrix(train, table.Users.Count, table.Items.Count), cases);
    }

    /// <summary>Keeps a tenth of the users out of training; per user some titles are known and the rest is relevant.</summary>
    public static Experiment ColdUsers(RatingsTable table, int known, int seed)
    {
        var random = new Random(seed);
        var users = table.Ratings.GroupBy(rating => rating.User).OrderBy(user => user.Key).ToArray();
        random.Shuffle(users);
        var cold = users.Where(user => user.Count() >= ColdUserRatings).Take((int)Math.Ceiling(ColdShare * users.Length)).ToArray();
        var outside = cold.Select(user => user.Key).ToHashSet();
        var cases = cold.Select(user =>
        {
            var ratings = user.ToArray();
            random.Shuffle(ratings);
            return new EvaluationCase(Experiment.Known(ratings[..known]), [.. ratings[known..].Select(rating => rating.Item)], null);
        }).ToList();
        var train = table.Ratings.Where(rating => !outside.Contains(rating.User));
        return new Experiment($"cold-users-{known}", table.Items, Experiment.Matrix(train, table.Users.Count, table.Items.Count), cases);
    }

    /// <summary>Keeps a tenth of the titles out of training; they are the relevant ones.</summary>
    /// <remarks>They are ranked among all titles, or among themselves only.</remarks>
    public static Experiment ColdTitles(RatingsTable table, bool amongThemselves, int seed)
    {
        var random = new Random(seed);
        var items = Enumerable.Range(0, table.Items.Count).ToArray();
        random.Shuffle(items);
        var cold = items[..(int)Math.Ceiling(ColdShare * items.Length)];
        var isCold = cold.ToHashSet();
        var train = table.Ratings.Where(rating => !isCold.Contains(rating.Item)).ToArray();
        var known = train.ToLookup(rating => rating.User);
        var cases = table.Ratings.Where(rating => isCold.Contains(rating.Item)).GroupBy(rating => rating.User).OrderBy(user => user.Key)
            .Select(user =>
            new EvaluationCase(Experiment.Known(known[user.Key]), [.. user.Select(rating => rating.Item)], amongThemselves ? cold : null));
        return new Experiment(
            amongThemselves ? "cold-titles-alone" : "cold-titles", table.Items,
            Experiment.Matrix(train, table.Users.Count, table.Items.Count), [.. cases]);
    }
}
