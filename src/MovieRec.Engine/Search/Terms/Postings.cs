namespace MovieRec.Engine.Search.Terms;

/// <summary>Lists of places by key, all in one array, so that the lists of neighbouring keys are contiguous.</summary>
internal sealed class Postings
{
    private readonly int[] _starts;
    private readonly int[] _places;

    private Postings(int[] starts, int[] places) => (_starts, _places) = (starts, places);

    /// <summary>Returns the places of one key, in the order in which they were added.</summary>
    public ReadOnlySpan<int> Get(int key) => Get(key, key + 1);

    /// <summary>Returns the places of the keys from the first up to, but not including, the end.</summary>
    public ReadOnlySpan<int> Get(int first, int end) => _places.AsSpan(_starts[first].._starts[end]);

    /// <summary>Builder from pairs of key and place, in any order; a counting sort in two passes.</summary>
    /// <param name="capacity">Expected number of pairs.</param>
    public sealed class Builder(int capacity)
    {
        private readonly List<int> _keys = new(capacity);
        private readonly List<int> _places = new(capacity);

        public void Add(int key, int place)
        {
            _keys.Add(key);
            _places.Add(place);
        }

        /// <summary>Builds the lists.</summary>
        /// <param name="keys">Number of keys.</param>
        /// <param name="renamed">New key of each added key; null keeps the keys.</param>
        public Postings Build(int keys, int[]? renamed = null)
        {
            var starts = new int[keys + 2];
            foreach (var key in _keys)
                starts[(renamed?[key] ?? key) + 2]++;
            for (var key = 2; key < starts.Length; key++)
                starts[key] += starts[key - 1];
            // Starts are shifted by one while filling: a key's write position ends up as its end, which is the start of the next key.
            var places = new int[_places.Count];
            for (var at = 0; at < places.Length; at++)
                places[starts[(renamed?[_keys[at]] ?? _keys[at]) + 1]++] = _places[at];
            return new Postings(starts, places);
        }
    }
}
