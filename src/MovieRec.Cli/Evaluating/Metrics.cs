namespace MovieRec.Cli.Evaluating;

/// <summary>Metrics of one list, with binary gains.</summary>
/// <param name="Ndcg">DCG divided by that of a list that begins with all relevant items.</param>
/// <param name="Precision">Number of relevant items found divided by k, even if the list is shorter.</param>
/// <param name="Recall">Share of the relevant items that the list contains.</param>
/// <param name="AveragePrecision">Sum of the precisions at each hit divided by the number of relevant items.</param>
/// <param name="Hit">1 if a relevant item was found, else 0.</param>
internal readonly record struct ListMetrics(double Ndcg, double Precision, double Recall, double AveragePrecision, double Hit)
{
    public static ListMetrics Compute(IReadOnlyList<int> list, HashSet<int> relevant, int k)
    {
        var (dcg, hits, precisions) = (0.0, 0, 0.0);
        for (var place = 0; place < Math.Min(k, list.Count); place++)
        {
            if (!relevant.Contains(list[place]))
                continue;
            hits++;
            dcg += Gain(place);
            precisions += hits / (place + 1.0);
        }
        var ideal = Enumerable.Range(0, Math.Min(k, relevant.Count)).Sum(Gain);
        return new ListMetrics(dcg / ideal, hits / (double)k, hits / (double)relevant.Count, precisions / relevant.Count, hits > 0 ? 1 : 0);
    }

    private static double Gain(int place) => 1 / Math.Log2(place + 2);
}
