using MovieRec.Engine.Features;

namespace MovieRec.Engine.Training;

/// <summary>Sparse item-item weights B: a user's score for an item is the sum of the weights from their items to it.</summary>
public sealed class ItemWeights
{
    private readonly SparseRows _from;

    private ItemWeights(SparseRows from) => _from = from;

    /// <summary>Number of items.</summary>
    public int ItemCount => _from.Count;

    /// <summary>Number of weights kept.</summary>
    public int Count => _from.ValueCount;

    /// <summary>The items that an item speaks for or against, ascending.</summary>
    public ReadOnlySpan<int> TargetsOf(int item) => _from[item].Ids;

    /// <summary>The weights beside <see cref="TargetsOf"/>.</summary>
    public ReadOnlySpan<float> WeightsOf(int item) => _from[item].Values;

    /// <summary>Adds to every item's score what a user's items say of it.</summary>
    /// <param name="known">The user's items.</param>
    /// <param name="weights">How much each counts; 1 for a plain yes.</param>
    /// <param name="scores">By item.</param>
    public void Score(ReadOnlySpan<int> known, ReadOnlySpan<float> weights, Span<float> scores)
    {
        for (var i = 0; i < known.Length; i++)
        {
            var (targets, values) = _from[known[i]];
            for (var j = 0; j < targets.Length; j++)
                scores[targets[j]] += weights[i] * values[j];
        }
    }

    /// <summary>Collects the weights towards every item; different items may be set at once.</summary>
    internal sealed class Builder(int items)
    {
        private readonly (int[] Items, float[] Weights)[] _towards = new (int[], float[])[items];

        public void Set(int item, StrongestWeights strongest) => _towards[item] = strongest.Drain();

        /// <summary>The sum of the absolute weights towards an item.</summary>
        public double Reach(int item)
        {
            var sum = 0.0;
            foreach (var weight in _towards[item].Weights ?? [])
                sum += Math.Abs(weight);
            return sum;
        }

        public ItemWeights Build()
        {
            var builder = new SparseRows.Builder(_towards.Length, _towards.Length * 16);
            foreach (var (sources, weights) in _towards)
            {
                for (var i = 0; i < (sources?.Length ?? 0); i++)
                    builder.Add(sources![i], weights[i]);
                builder.EndRow();
            }
            return new ItemWeights(builder.Build().Transpose(_towards.Length));
        }
    }
}
