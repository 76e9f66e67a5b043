namespace MovieRec.Engine.Binary;

/// <summary>Row of a sparse matrix: ids with their values; only a transposed matrix guarantees ascending ids.</summary>
internal readonly ref struct SparseRow(ReadOnlySpan<int> ids, Span<float> values)
{
    public ReadOnlySpan<int> Ids { get; } = ids;

    public Span<float> Values { get; } = values;

    public void Deconstruct(out ReadOnlySpan<int> ids, out Span<float> values)
    {
        ids = Ids;
        values = Values;
    }
}

/// <summary>Sparse matrix in compressed sparse row format (CSR): three arrays for any size.</summary>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _ids;
    private readonly float[] _values;

    private SparseRows(int[] starts, int[] ids, float[] values) => (_starts, _ids, _values) = (starts, ids, values);

    public int Count => _starts.Length - 1;

    public int ValueCount => _ids.Length;

    public SparseRow this[int row]
    {
        get
        {
            var (start, length) = (_starts[row], _starts[row + 1] - _starts[row]);
            return new SparseRow(_ids.AsSpan(start, length), _values.AsSpan(start, length));
        }
    }

    /// <summary>Returns the transposed matrix, the rows of which are the columns of this one.</summary>
    public SparseRows Transpose(int columns)
    {
        var starts = new int[columns + 1];
        foreach (var id in _ids)
            starts[id + 1]++;
        for (var column = 0; column < columns; column++)
            starts[column + 1] += starts[column];
        var (next, ids, values) = (starts[..columns], new int[_ids.Length], new float[_ids.Length]);
        for (var row = 0; row < Count; row++)
        {
            for (var at = _starts[row]; at < _starts[row + 1]; at++)
            {
                var to = next[_ids[at]]++;
                (ids[to], values[to]) = (row, _values[at]);
            }
        }
        return new SparseRows(starts, ids, values);
    }

    /// <summary>Builder that adds values row by row.</summary>
    public sealed class Builder(int rows, int expectedValues)
    {
        private readonly List<int> _starts = new(rows + 1) { 0 };
        private readonly List<int> _ids = new(expectedValues);
        private readonly List<float> _values = new(expectedValues);

        public void Add(int id, float value)
        {
            _ids.Add(id);
            _values.Add(value);
        }

        public void EndRow() => _starts.Add(_ids.Count);

        public SparseRows Build() => new([.. _starts], [.. _ids], [.. _values]);
    }
}
