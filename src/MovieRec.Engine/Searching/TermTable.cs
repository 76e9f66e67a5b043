using MovieRec.Engine.Text;

namespace MovieRec.Engine.Searching;

/// <summary>All words of all titles and people in ordinal order, and where each stands.</summary>
internal sealed class TermTable
{
    private readonly string[] _terms;
    private readonly int[][] _postings;
    private readonly Dictionary<int, int[]> _byLength = [];

    private TermTable(string[] terms, int[][] postings)
    {
        (_terms, _postings) = (terms, postings);
        foreach (var sameLength in Enumerable.Range(0, terms.Length).GroupBy(term => terms[term].Length))
            _byLength[sameLength.Key] = [.. sameLength];
    }

    public string this[int term] => _terms[term];

    /// <summary>Where a term stands: the row times two, plus one where it is a person's name.</summary>
    public ReadOnlySpan<int> Having(int term) => _postings[term];

    /// <summary>The terms that begin with a word; the word itself, if it is one, is the first.</summary>
    public (int First, int End) BeginningWith(string word)
    {
        var first = Array.BinarySearch(_terms, word, StringComparer.Ordinal);
        first = first < 0 ? ~first : first;
        var end = first;
        while (end < _terms.Length && _terms[end].StartsWith(word, StringComparison.Ordinal))
            end++;
        return (first, end);
    }

    public ReadOnlySpan<int> OfLength(int length) => _byLength.GetValueOrDefault(length);

    /// <summary>Collects terms row by row.</summary>
    public sealed class Builder
    {
        /// <summary>A longer joint of two words is nothing that anybody types as one.</summary>
        private const int LongestJoint = 24;

        private readonly Dictionary<string, List<int>> _postings = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<string>> _people = new(StringComparer.Ordinal);

        /// <summary>Adds a title and returns it folded.</summary>
        public string AddTitle(int row, string title)
        {
            var words = Folding.WordsOf(title);
            for (var at = 0; at < words.Count; at++)
            {
                Add(words[at], row * 2);
                // "Spider-Man" is also found as "spiderman".
                if (at > 0 && words[at - 1].Length + words[at].Length <= LongestJoint)
                    Add(words[at - 1] + words[at], row * 2);
            }
            AddInitials(row, words);
            return string.Join(' ', words);
        }

        // "M*A*S*H" is also found as "mash".
        private void AddInitials(int row, List<string> words)
        {
            for (int at = 0, start = 0; at <= words.Count; at++)
            {
                if (at < words.Count && words[at].Length == 1)
                    continue;
                if (at - start > 2)
                    Add(string.Concat(words.Skip(start).Take(at - start)), row * 2);
                start = at + 1;
            }
        }

        public void AddPeople(int row, IReadOnlyList<string> names)
        {
            foreach (var name in names)
            {
                if (!_people.TryGetValue(name, out var words))
                    _people[name] = words = Folding.WordsOf(name);
                foreach (var word in words)
                    Add(word, (row * 2) + 1);
            }
        }

        public TermTable Build()
        {
            var terms = _postings.Keys.ToArray();
            Array.Sort(terms, StringComparer.Ordinal);
            return new TermTable(terms, Array.ConvertAll(terms, term => _postings[term].ToArray()));
        }

        private void Add(string term, int place)
        {
            if (!_postings.TryGetValue(term, out var places))
                _postings[term] = places = [];
            if (places.Count == 0 || places[^1] != place)
                places.Add(place);
        }
    }
}
