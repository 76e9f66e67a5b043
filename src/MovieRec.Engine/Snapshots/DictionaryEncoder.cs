namespace MovieRec.Engine.Snapshots;

/// <summary>Dictionary encoding of texts; more frequent texts get smaller numbers, which take fewer bytes.</summary>
/// <remarks>Of equally frequent texts, the one added first gets the smaller number.</remarks>
internal sealed class DictionaryEncoder
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _uses = [];
    private readonly List<int> _seen = [];

    /// <summary>Adds the next text; null for a missing one.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            _seen.Add(-1);
            return;
        }
        if (!_known.TryGetValue(text, out var number))
        {
            _known[text] = number = _texts.Count;
            _texts.Add(text);
            _uses.Add(0);
        }
        _uses[number]++;
        _seen.Add(number);
    }

    /// <summary>Returns the added texts as numbers, in order, and the distinct texts by number.</summary>
    /// <param name="first">Smallest number; 1 if texts may be null, since null is 0.</param>
    public (List<ulong> Numbers, List<string> Texts) Close(int first)
    {
        var order = new int[_texts.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => _uses[a] != _uses[b] ? _uses[b].CompareTo(_uses[a]) : a.CompareTo(b));
        var (places, texts) = (new int[order.Length], new List<string>(order.Length));
        foreach (var number in order)
        {
            places[number] = texts.Count;
            texts.Add(_texts[number]);
        }
        return (_seen.ConvertAll(number => number < 0 ? 0UL : (ulong)(places[number] + first)), texts);
    }
}
