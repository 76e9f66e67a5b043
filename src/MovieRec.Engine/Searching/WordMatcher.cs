namespace MovieRec.Engine.Searching;

/// <summary>Finds the titles in which every word of a query stands.</summary>
internal sealed class WordMatcher(TermTable terms, CancellationToken cancellationToken)
{
    /// <summary>Shorter words have too many neighbours for a guess.</summary>
    private const int ShortestGuess = 5;

    /// <summary>Joining two words of a longer query for "spider man" is not worth the passes.</summary>
    private const int MostJoined = 4;

    /// <summary>Fills in the level of each row; rows that miss a word keep 0.</summary>
    public void Match(List<string> words, byte[] levels)
    {
        MatchAll(words, levels);
        if (words.Count > MostJoined)
            return;
        // "Spider man" is "spiderman" somewhere: once for every pair of neighbours taken as one.
        var joined = new byte[levels.Length];
        for (var at = 0; at + 1 < words.Count; at++)
        {
            Array.Clear(joined);
            MatchAll([.. words.Take(at), words[at] + words[at + 1], .. words.Skip(at + 2)], joined);
            for (var row = 0; row < levels.Length; row++)
            {
                if (joined[row] != MatchLevel.None && (levels[row] == MatchLevel.None || joined[row] < levels[row]))
                    levels[row] = joined[row];
            }
        }
    }

    private void MatchAll(List<string> words, byte[] levels)
    {
        MatchOne(words[0], levels);
        if (words.Count == 1)
            return;
        var one = new byte[levels.Length];
        foreach (var word in words.Skip(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(one);
            MatchOne(word, one);
            for (var row = 0; row < levels.Length; row++)
                levels[row] = levels[row] == MatchLevel.None || one[row] == MatchLevel.None ? MatchLevel.None : Math.Max(levels[row], one[row]);
        }
    }

    private void MatchOne(string word, byte[] levels)
    {
        var (first, end) = terms.BeginningWith(word);
        for (var term = first; term < end; term++)
            Mark(term, terms[term].Length == word.Length ? MatchLevel.TitleWord : MatchLevel.TitlePrefix, MatchLevel.Person, levels);
        if (word.Length < ShortestGuess)
            return;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var term in terms.OfLength(length))
            {
                // Somebody whose name is nearly the word is only meant where nothing has the word itself.
                if (Typo.IsOne(word, terms[term]))
                    Mark(term, MatchLevel.TitleTypo, first == end ? MatchLevel.PersonTypo : MatchLevel.None, levels);
            }
        }
    }

    private void Mark(int term, byte title, byte person, byte[] levels)
    {
        foreach (var place in terms.Having(term))
        {
            var level = (place & 1) == 0 ? title : person;
            ref var known = ref levels[place >> 1];
            if (level != MatchLevel.None && (known == MatchLevel.None || level < known))
                known = level;
        }
    }
}
