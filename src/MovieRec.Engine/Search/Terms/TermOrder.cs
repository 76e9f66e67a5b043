namespace MovieRec.Engine.Search.Terms;

/// <summary>Ordinal sort of words: by the first four letters as one number, then by the rest.</summary>
internal static class TermOrder
{
    private const int Head = 4;

    /// <summary>Returns the numbers of the words in ordinal order.</summary>
    public static int[] Sort(StringInterner words)
    {
        var keys = new ulong[words.Count];
        var order = new int[words.Count];
        for (var word = 0; word < order.Length; word++)
            (keys[word], order[word]) = (GetKey(words[word]), word);
        Array.Sort(keys, order);
        var byTail = Comparer<int>.Create((one, other) => GetTail(words[one]).SequenceCompareTo(GetTail(words[other])));
        for (int start = 0, end = 1; start < order.Length; start = end++)
        {
            while (end < order.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                Array.Sort(order, start, end - start, byTail);
        }
        return order;
    }

    // Shorter words are padded with zeros, which sort before every letter.
    private static ulong GetKey(ReadOnlySpan<char> word)
    {
        var key = 0UL;
        for (var at = 0; at < Head; at++)
            key = (key << 16) | (at < word.Length ? word[at] : '\0');
        return key;
    }

    private static ReadOnlySpan<char> GetTail(ReadOnlySpan<char> word) => word.Length > Head ? word[Head..] : [];
}
