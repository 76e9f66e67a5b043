namespace MovieRec.Cli.Evaluating.Models;

/// <summary>Trained model to evaluate.</summary>
internal interface IModel
{
    string Name { get; }

    /// <summary>Returns the best items for a user, best first.</summary>
    /// <param name="known">Known items of the user.</param>
    /// <param name="barred">Per item: whether it must not be recommended.</param>
    /// <param name="k">Maximum number of items.</param>
    int[] Rank(KnownTitles known, bool[] barred, int k);
}

/// <summary>Model that gives every item a score.</summary>
/// <param name="Name">Name of the model, as in <c>--models</c>.</param>
/// <param name="ItemCount">Number of items.</param>
/// <param name="Score">Adds the scores per item to an array of zeros.</param>
internal sealed record ScoreModel(string Name, int ItemCount, Action<KnownTitles, float[]> Score) : IModel
{
    private readonly float[] _scores = new float[ItemCount];

    public int[] Rank(KnownTitles known, bool[] barred, int k)
    {
        Array.Clear(_scores);
        Score(known, _scores);
        var best = new PriorityQueue<int, (float Score, int Item)>(k + 1);
        for (var item = 0; item < ItemCount; item++)
        {
            if (barred[item] || (best.Count == k && best.TryPeek(out _, out var least) && _scores[item] <= least.Score))
                continue;
            best.Enqueue(item, (_scores[item], -item));
            if (best.Count > k)
                best.Dequeue();
        }
        var list = new int[best.Count];
        for (var place = list.Length - 1; place >= 0; place--)
            list[place] = best.Dequeue();
        return list;
    }
}
