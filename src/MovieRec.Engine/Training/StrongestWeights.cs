namespace MovieRec.Engine.Training;

/// <summary>Keeps the weights of the largest absolute value of many; of equals the lower item.</summary>
internal sealed class StrongestWeights(int most)
{
    private readonly PriorityQueue<float, (float Strength, int Item)> _heap = new(most + 1);
    private float _least;

    public void Offer(int item, float weight)
    {
        var strength = Math.Abs(weight);
        // Weights of nothing are never kept, and NaN is larger than nothing.
        if (!(strength > _least) || !float.IsFinite(strength))
            return;
        _heap.Enqueue(weight, (strength, -item));
        if (_heap.Count > most)
            _heap.Dequeue();
        if (_heap.Count == most && _heap.TryPeek(out _, out var least))
            _least = least.Strength;
    }

    /// <summary>Items and weights, strongest first.</summary>
    public (int[] Items, float[] Weights) Drain()
    {
        var (items, weights) = (new int[_heap.Count], new float[_heap.Count]);
        for (var place = items.Length - 1; place >= 0 && _heap.TryDequeue(out var weight, out var key); place--)
            (items[place], weights[place]) = (-key.Item, weight);
        return (items, weights);
    }
}
