using MovieRec.Engine.Search.Terms;
using MovieRec.Engine.Text;

namespace MovieRec.Engine.Search;

/// <summary>Directors and cast of all titles, one entry per folded name, with their titles.</summary>
internal sealed class People
{
    private readonly byte[] _words;
    private readonly Postings _titles;

    private People(TermDictionary terms, byte[] words, Postings titles) => (Terms, _words, _titles) = (terms, words, titles);

    public int Count => _words.Length;

    /// <summary>Words of all names, with the people who have them.</summary>
    public TermDictionary Terms { get; }

    /// <summary>Returns the number of different words in a person's name.</summary>
    public int GetWords(int person) => _words[person];

    /// <summary>Returns the places of a person's titles, most popular first.</summary>
    public ReadOnlySpan<int> GetTitles(int person) => _titles.Get(person);

    /// <summary>Builder that adds the names of one title after the other.</summary>
    /// <param name="titles">Number of titles.</param>
    public sealed class Builder(int titles)
    {
        private const int LongestName = 128;
        private const int None = -1;

        private readonly Dictionary<string, int> _asWritten = new(titles * 2, StringComparer.Ordinal);
        private readonly StringInterner _names = new();
        private readonly TermCollector _terms = new(titles * 4);
        private readonly List<byte> _words = [];
        private readonly List<int> _last = [];
        private readonly Postings.Builder _titles = new(titles * 8);

        public void Add(int place, IReadOnlyList<string> names)
        {
            for (var at = 0; at < names.Count; at++)
            {
                if (!_asWritten.TryGetValue(names[at], out var person))
                    _asWritten[names[at]] = person = GetPerson(names[at]);
                if (person == None || _last[person] == place)
                    continue;
                _last[person] = place;
                _titles.Add(person, place);
            }
        }

        public People Build() => new(_terms.Build(), [.. _words], _titles.Build(_words.Count));

        private int GetPerson(string name)
        {
            Span<char> folded = stackalloc char[Folding.MostFolded(LongestName)];
            folded = folded[..Folding.FoldInto(name.AsSpan(0, Math.Min(name.Length, LongestName)), folded)];
            if (folded.IsEmpty)
                return None;
            var person = _names.Add(folded);
            if (person == _words.Count)
            {
                _words.Add(_terms.AddPerson(person, folded));
                _last.Add(-1);
            }
            return person;
        }
    }
}
