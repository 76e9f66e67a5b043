using System.Collections.Concurrent;

namespace MovieRec.Engine.Recommending;

/// <summary>Large arrays of one request, reused by later requests; all zero when rented.</summary>
internal sealed class ScoringBuffers(int rows, int features, bool collaborative)
{
    private readonly List<int> _touched = new(1024);
    private readonly bool[] _isTouched = new bool[features];
    private readonly List<int> _blocked = new(256);

    /// <summary>Scores by row.</summary>
    public float[] Scores { get; } = new float[rows];

    /// <summary>Sums of collaborative weights by row, before scaling.</summary>
    public float[] Collaborative { get; } = new float[collaborative ? rows : 0];

    /// <summary>Profile vector by feature.</summary>
    public float[] Taste { get; } = new float[features];

    /// <summary>Vector, by feature, of the title that is being explained.</summary>
    public float[] Candidate { get; } = new float[features];

    /// <summary>Rows that must not be recommended.</summary>
    public bool[] Blocked { get; } = new bool[rows];

    /// <summary>Features of <see cref="Taste"/> that may differ from zero, each once.</summary>
    public IReadOnlyList<int> Touched => _touched;

    public void AddToTaste(int feature, float value)
    {
        if (!_isTouched[feature])
        {
            _isTouched[feature] = true;
            _touched.Add(feature);
        }
        Taste[feature] += value;
    }

    public void Block(int row)
    {
        Blocked[row] = true;
        _blocked.Add(row);
    }

    private void Clear()
    {
        Array.Clear(Scores);
        Array.Clear(Collaborative);
        foreach (var feature in _touched)
        {
            Taste[feature] = 0;
            _isTouched[feature] = false;
        }
        foreach (var row in _blocked)
            Blocked[row] = false;
        _touched.Clear();
        _blocked.Clear();
    }

    /// <summary>Pool of buffers; its size is the greatest number of simultaneous requests, which the host limits.</summary>
    public sealed class Pool(int rows, int features, bool collaborative)
    {
        private readonly ConcurrentBag<ScoringBuffers> _free = [];

        public ScoringBuffers Rent() => _free.TryTake(out var scratch) ? scratch : new ScoringBuffers(rows, features, collaborative);

        /// <summary>Clears buffers and makes them available again.</summary>
        /// <remarks>Buffers of a request that threw are not returned, so a rented one is always clean.</remarks>
        public void Return(ScoringBuffers scratch)
        {
            scratch.Clear();
            _free.Add(scratch);
        }
    }
}
