namespace MovieRec.Engine.Recommending.Reranking;

/// <summary>Top-k rows by score in nearly linear time: most rows are rejected by the minimum of a bounded heap.</summary>
internal sealed class TopK(int size)
{
    private readonly PriorityQueue<int, (float Score, int Row)> _heap = new(size + 1);
    private float _least = float.NegativeInfinity;

    public void Offer(int row, float score)
    {
        // Negated, so that a full heap also rejects NaN, if a score should ever be one.
        if (!(score > _least) && _heap.Count >= size)
            return;
        _heap.Enqueue(row, (score, -row));
        if (_heap.Count > size)
            _heap.Dequeue();
        if (_heap.Count == size && _heap.TryPeek(out _, out var least))
            _least = least.Score;
    }

    /// <summary>Empties the heap and returns the rows, best first; of equal scores the lower row first.</summary>
    public Candidate[] Drain()
    {
        var best = new Candidate[_heap.Count];
        for (var place = best.Length - 1; place >= 0 && _heap.TryDequeue(out var row, out var key); place--)
            best[place] = new Candidate(row, key.Score);
        return best;
    }
}
