namespace MovieRec.Engine.Snapshots;

/// <summary>Numbers equal texts alike; in the end the most frequent get the smallest numbers, of equals the one seen first.</summary>
internal sealed class DictionaryEncoder
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _uses = [];
    private readonly List<int> _seen = [];

    /// <summary>Notes the next text; null for none.</summary>
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

    /// <summary>Returns the noted texts, in order, as numbers from <paramref name="first"/> on (0 for null), and the texts by
    /// number.</summary>
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
