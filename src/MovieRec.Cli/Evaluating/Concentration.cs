using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.Cli.Evaluating;

/// <summary>Measures of how a model's lists are spread over the items.</summary>
internal static class Concentration
{
    /// <summary>Computes the Gini coefficient of how often each item is recommended: 0 if equally, near 1 if one item alone.</summary>
    public static double Gini(IReadOnlyCollection<int> counts)
    {
        var sorted = counts.Order().ToArray();
        var (weighted, sum) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            weighted += (i + 1.0) * sorted[i];
            sum += sorted[i];
        }
        return sum == 0 ? 0 : ((2 * weighted) - ((sorted.Length + 1) * sum)) / (sorted.Length * sum);
    }

    /// <summary>Computes the diversity of a list: 1 minus the mean cosine of the training columns of its pairs.</summary>
    /// <remarks>The value is 1 if the items have no user in common.</remarks>
    public static double Diversity(IReadOnlyList<int> list, Interactions train)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < list.Count; i++)
        {
            for (var j = 0; j < i; j++, pairs++)
                sum += Cosine(train.GetUsers(list[i]), train.GetUsers(list[j]));
        }
        return pairs == 0 ? 1 : 1 - (sum / pairs);
    }

    private static double Cosine(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var common = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var order = one[i].CompareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common == 0 ? 0 : common / Math.Sqrt((double)one.Length * other.Length);
    }
}
