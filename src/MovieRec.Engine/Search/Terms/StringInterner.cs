namespace MovieRec.Engine.Search.Terms;

/// <summary>Set of words, numbered in the order in which they were added.</summary>
/// <remarks>All letters are in one array: a word takes its letters and 12 to 20 bytes.</remarks>
internal sealed class StringInterner
{
    private const int Free = -1;

    private char[] _letters = new char[16_384];
    private int[] _starts = new int[1_025];
    private int[] _hashes = new int[1_024];
    private int[] _slots = NewSlots(2_048);

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int word] => _letters.AsSpan(_starts[word].._starts[word + 1]);

    /// <summary>Total number of letters.</summary>
    public int Letters => _starts[Count];

    /// <summary>Adds a word if it is new and returns its number; a new word gets the previous <see cref="Count"/>.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var hash = string.GetHashCode(word, StringComparison.Ordinal);
        var slot = hash & (_slots.Length - 1);
        for (; _slots[slot] != Free; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_hashes[_slots[slot]] == hash && this[_slots[slot]].SequenceEqual(word))
                return _slots[slot];
        }
        Grow(word.Length);
        word.CopyTo(_letters.AsSpan(_starts[Count]));
        _starts[Count + 1] = _starts[Count] + word.Length;
        _hashes[Count] = hash;
        _slots[slot] = Count++;
        if (Count * 2 > _slots.Length)
            Rehash();
        return Count - 1;
    }

    private void Grow(int letters)
    {
        if (Letters + letters > _letters.Length)
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, Letters + letters));
        if (Count < _hashes.Length)
            return;
        Array.Resize(ref _starts, (_hashes.Length * 2) + 1);
        Array.Resize(ref _hashes, _hashes.Length * 2);
    }

    private void Rehash()
    {
        _slots = NewSlots(_slots.Length * 2);
        for (var word = 0; word < Count; word++)
        {
            var slot = _hashes[word] & (_slots.Length - 1);
            while (_slots[slot] != Free)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = word;
        }
    }

    private static int[] NewSlots(int count)
    {
        var slots = new int[count];
        Array.Fill(slots, Free);
        return slots;
    }
}
