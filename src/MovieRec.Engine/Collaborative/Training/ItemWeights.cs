using MovieRec.Engine.Binary;

namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Sparse item-item weights B; a user's score for an item is the sum of the weights from the user's items.</summary>
public sealed class ItemWeights
{
    private readonly SparseRows _from;

    private ItemWeights(SparseRows from) => _from = from;

    /// <summary>Number of items.</summary>
    public int ItemCount => _from.Count;

    /// <summary>Number of weights.</summary>
    public int Count => _from.ValueCount;

    /// <summary>Returns the items whose scores an item changes, ascending.</summary>
    public ReadOnlySpan<int> GetTargets(int item) => _from[item].Ids;

    /// <summary>Returns the weights of <see cref="GetTargets"/>, in the same order.</summary>
    public ReadOnlySpan<float> GetWeights(int item) => _from[item].Values;

    /// <summary>Adds the weights from a user's items to the scores of their targets.</summary>
    /// <param name="known">The user's items.</param>
    /// <param name="weights">The weight of each item; 1 for plain implicit feedback.</param>
    /// <param name="scores">Scores by item.</param>
    public void Score(ReadOnlySpan<int> known, ReadOnlySpan<float> weights, Span<float> scores)
    {
        for (var i = 0; i < known.Length; i++)
        {
            var (targets, values) = _from[known[i]];
            for (var j = 0; j < targets.Length; j++)
                scores[targets[j]] += weights[i] * values[j];
        }
    }

    /// <summary>Builder from the weights towards each item; threads may set different items at the same time.</summary>
    internal sealed class Builder(int items)
    {
        /// <summary>Minimum number of weights per item, however weak they are.</summary>
        private const int Fewest = 10;

        private readonly (int[] Items, float[] Weights)[] _towards = new (int[], float[])[items];

        public void Set(int item, StrongestWeights strongest) => _towards[item] = strongest.Drain();

        /// <summary>Returns the sum of the absolute weights towards an item.</summary>
        public double Reach(int item)
        {
            var sum = 0.0;
            foreach (var weight in _towards[item].Weights ?? [])
                sum += Math.Abs(weight);
            return sum;
        }

        /// <summary>Prunes the weights to the largest absolute values, on average a given number per item.</summary>
        /// <remarks>
        /// The number is an average because titles with many users need hundreds of weights, and titles with few users ten. Every item
        /// keeps at least its <see cref="Fewest"/> largest.
        /// </remarks>
        public ItemWeights Build(int average)
        {
            var strengths = new List<float>(_towards.Length * average);
            foreach (var (_, weights) in _towards)
            {
                foreach (var weight in weights ?? [])
                    strengths.Add(Math.Abs(weight));
            }
            strengths.Sort();
            var budget = (long)average * _towards.Length;
            var least = strengths.Count <= budget ? 0 : strengths[(int)(strengths.Count - budget)];
            var builder = new SparseRows.Builder(_towards.Length, Math.Min(strengths.Count, (int)budget));
            foreach (var (sources, weights) in _towards)
            {
                Add(builder, sources ?? [], weights ?? [], least);
                builder.EndRow();
            }
            return new ItemWeights(builder.Build().Transpose(_towards.Length));
        }

        private static void Add(SparseRows.Builder builder, int[] sources, float[] weights, float least)
        {
            var strengths = Array.ConvertAll(weights, Math.Abs);
            Array.Sort(strengths);
            var own = strengths.Length > Fewest ? Math.Min(least, strengths[^Fewest]) : 0;
            for (var i = 0; i < sources.Length; i++)
            {
                if (Math.Abs(weights[i]) >= own)
                    builder.Add(sources[i], weights[i]);
            }
        }
    }
}
