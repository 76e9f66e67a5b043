namespace MovieRec.Engine.Search.Terms;

/// <summary>Words in ordinal order with their places; also finds words that differ by one typing error.</summary>
internal sealed class TermDictionary
{
    /// <summary>Minimum length of a word with a typing error; shorter ones have too many similar words.</summary>
    public const int ShortestGuess = 5;

    /// <summary>Number of last letters that select candidates for a typing error.</summary>
    /// <remarks>
    /// One error cannot be both in the last two letters and before the last three, so one of these parts is correct. The candidates are
    /// therefore the words with the same last two letters and nearly the same length, and those with the same beginning.
    /// </remarks>
    private const int Ending = 2;

    private const int Beginning = 3;

    private readonly char[] _letters;
    private readonly int[] _starts;
    private readonly Postings _having;
    private readonly Postings _byEnding;
    private readonly int _endings;

    public TermDictionary(StringInterner words, Postings.Builder having)
    {
        var order = TermOrder.Sort(words);
        var renamed = new int[order.Length];
        (_letters, _starts) = (new char[words.Letters], new int[order.Length + 1]);
        _endings = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(order.Length / 4) + 1);
        var byEnding = new Postings.Builder(order.Length);
        for (var term = 0; term < order.Length; term++)
        {
            var word = words[order[term]];
            renamed[order[term]] = term;
            word.CopyTo(_letters.AsSpan(_starts[term]));
            _starts[term + 1] = _starts[term] + word.Length;
            if (word.Length >= ShortestGuess - 1)
                byEnding.Add(GetEnding(word, word.Length), term);
        }
        _having = having.Build(order.Length, renamed);
        _byEnding = byEnding.Build(_endings);
    }

    private int Count => _starts.Length - 1;

    private ReadOnlySpan<char> this[int term] => _letters.AsSpan(_starts[term].._starts[term + 1]);

    /// <summary>Returns the places of the terms from the first up to, but not including, the end.</summary>
    public ReadOnlySpan<int> Having(int first, int end) => _having.Get(first, end);

    /// <summary>Returns the places of a term.</summary>
    public ReadOnlySpan<int> Having(int term) => _having.Get(term);

    /// <summary>Finds the terms that begin with a word; the word itself is the first, if it is a term.</summary>
    public (int First, int End) BeginningWith(ReadOnlySpan<char> word)
    {
        var first = 0;
        for (var end = Count; first < end;)
        {
            var middle = (first + end) >>> 1;
            if (this[middle].SequenceCompareTo(word) < 0)
                first = middle + 1;
            else
                end = middle;
        }
        var last = first;
        for (var end = Count; last < end;)
        {
            var middle = (last + end) >>> 1;
            if (this[middle].StartsWith(word))
                last = middle + 1;
            else
                end = middle;
        }
        return (first, last);
    }

    /// <summary>Returns true if a term that begins with the word is the word itself.</summary>
    public bool IsWord(int term, ReadOnlySpan<char> word) => this[term].Length == word.Length;

    /// <summary>Adds the terms that differ from a word by one typing error; some may be added twice.</summary>
    /// <param name="word">Word of at least <see cref="ShortestGuess"/> letters.</param>
    /// <param name="found">List that receives the terms.</param>
    public void AddTypos(ReadOnlySpan<char> word, List<int> found)
    {
        var (first, end) = BeginningWith(word[..^Beginning]);
        for (var term = first; term < end; term++)
        {
            if (Typo.IsOne(word, this[term]))
                found.Add(term);
        }
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var term in _byEnding.Get(GetEnding(word, length)))
            {
                if (Typo.IsOne(word, this[term]))
                    found.Add(term);
            }
        }
    }

    // A hash: words with other endings may have the same number, which is harmless because every candidate is compared.
    private int GetEnding(ReadOnlySpan<char> word, int length) =>
        (int)(((word[^Ending] * 961u) + (word[^1] * 31u) + (uint)length) * 0x9E3779B1u >> 7) & (_endings - 1);
}
