namespace MovieRec.Engine.Search.Terms;

/// <summary>Collector of words with the places that have them; texts are added in the order of their places.</summary>
/// <param name="capacity">Expected number of pairs of word and place.</param>
internal sealed class TermCollector(int capacity)
{
    /// <summary>Maximum length of joined words or initials; users do not type longer ones as one word.</summary>
    private const int LongestJoint = 24;

    private readonly StringInterner _words = new();
    private readonly Postings.Builder _having = new(capacity);
    private readonly List<int> _last = [];

    /// <summary>Adds a title's words, joined neighbours, joined initials, and numbers in Roman and Arabic form.</summary>
    public void AddTitle(int place, ReadOnlySpan<char> folded)
    {
        Span<char> joint = stackalloc char[LongestJoint];
        ReadOnlySpan<char> before = [];
        foreach (var range in folded.Split(' '))
        {
            var word = folded[range];
            if (word.IsEmpty)
                continue;
            Add(word, place);
            // "Spider-Man" is also found as "spiderman".
            if (before.Length > 0 && before.Length + word.Length <= LongestJoint)
            {
                before.CopyTo(joint);
                word.CopyTo(joint[before.Length..]);
                Add(joint[..(before.Length + word.Length)], place);
            }
            if (before.Length > 0 && Numerals.GetOther(word) is { } number)
                Add(number, place);
            before = word;
        }
        AddInitials(place, folded, fewest: 3);
    }

    /// <summary>Adds a person's name and returns its number of different words, at most 255.</summary>
    public byte AddPerson(int person, ReadOnlySpan<char> folded)
    {
        var words = 0;
        foreach (var range in folded.Split(' '))
        {
            if (!folded[range].IsEmpty && Add(folded[range], person))
                words++;
        }
        AddInitials(person, folded, fewest: 2);
        return (byte)Math.Min(words, byte.MaxValue);
    }

    public TermDictionary Build() => new(_words, _having);

    // "M*A*S*H" is also found as "mash", "J. J. Abrams" as "jj abrams".
    private void AddInitials(int place, ReadOnlySpan<char> folded, int fewest)
    {
        Span<char> initials = stackalloc char[LongestJoint];
        var count = 0;
        foreach (var range in folded.Split(' '))
        {
            var word = folded[range];
            if (word.Length == 1 && count < LongestJoint)
            {
                initials[count++] = word[0];
                continue;
            }
            if (count >= fewest)
                Add(initials[..count], place);
            count = 0;
        }
        if (count >= fewest)
            Add(initials[..count], place);
    }

    // Returns false if the place already has the word.
    private bool Add(ReadOnlySpan<char> word, int place)
    {
        var number = _words.Add(word);
        if (number == _last.Count)
            _last.Add(-1);
        if (_last[number] == place)
            return false;
        _last[number] = place;
        _having.Add(number, place);
        return true;
    }
}
