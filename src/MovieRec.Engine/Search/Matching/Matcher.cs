using MovieRec.Engine.Search.Terms;

namespace MovieRec.Engine.Search.Matching;

/// <summary>Search for titles that contain every word of a query.</summary>
/// <remarks>
/// The words are in the title, in one person's name, or some in the title and the others in one person's name. Whole words are searched
/// first, then prefixes, then typing errors, so that the first match of a title is its best.
/// </remarks>
internal sealed class Matcher(
    SearchQuery query, TermDictionary titleTerms, People people, WordMatches titles, WordMatches persons,
    CancellationToken cancellationToken)
{
    /// <summary>Records for each title the quality of its match of all words.</summary>
    public void Match()
    {
        var guesses = new List<(string Word, int Bits, bool People)>();
        for (var word = 0; word < query.Words.Count; word++)
            WholeWords(query.Words[word], 1 << word, MatchLevel.PersonName);
        foreach (var (word, bits) in query.Compounds)
            WholeWords(word, bits, MatchLevel.Person);
        for (var word = 0; word < query.Words.Count; word++)
            guesses.Add((query.Words[word], 1 << word, !Beginnings(query.Words[word], 1 << word)));
        foreach (var (word, bits) in query.Compounds)
            guesses.Add((word, bits, !Beginnings(word, bits)));
        Combine(MatchLevel.TitleAndPerson);
        var guessed = false;
        foreach (var (word, bits, ofPeople) in guesses)
            guessed |= word.Length >= TermDictionary.ShortestGuess && Typos(word, bits, ofPeople);
        if (guessed)
            Combine(MatchLevel.PersonTypo);
    }

    private void WholeWords(string word, int bits, int personLevel)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (first, end) = titleTerms.BeginningWith(word);
        if (first < end && titleTerms.IsWord(first, word))
            titles.Found(titleTerms.Having(first), bits, MatchLevel.TitleWord);
        (first, end) = people.Terms.BeginningWith(word);
        if (first < end && people.Terms.IsWord(first, word))
            persons.Found(people.Terms.Having(first), bits, personLevel);
    }

    // Returns false if no word of a title or name begins with the word.
    private bool Beginnings(string word, int bits)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (first, end) = titleTerms.BeginningWith(word);
        titles.Found(titleTerms.Having(first, end), bits, MatchLevel.TitlePrefix);
        var (firstOfPeople, endOfPeople) = people.Terms.BeginningWith(word);
        persons.Found(people.Terms.Having(firstOfPeople, endOfPeople), bits, MatchLevel.Person);
        return first < end || firstOfPeople < endOfPeople;
    }

    // Names that differ by a typing error count only if no word begins with this word. Returns false if there is no similar word.
    private bool Typos(string word, int bits, bool ofPeople)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = new List<int>();
        titleTerms.AddTypos(word, found);
        foreach (var term in found)
            titles.Found(titleTerms.Having(term), bits, MatchLevel.TitleTypo);
        if (!ofPeople)
            return found.Count > 0;
        var inTitles = found.Count;
        people.Terms.AddTypos(word, found);
        for (var at = inTitles; at < found.Count; at++)
            persons.Found(people.Terms.Having(found[at]), bits, MatchLevel.PersonTypo);
        return found.Count > 0;
    }

    // Records matches by people: of all words with one person, or of the words missing in a title with one of its people.
    private void Combine(int together)
    {
        var checks = 0;
        for (var person = persons.NextWithAny(0); person >= 0; person = persons.NextWithAny(person + 1))
        {
            if ((++checks & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var level = persons.LevelAt(person);
            if (level != MatchLevel.None)
            {
                level = level == MatchLevel.PersonName && people.GetWords(person) != query.Words.Count ? MatchLevel.Person : level;
                foreach (var title in people.GetTitles(person))
                    titles.Reaches(title, level);
                continue;
            }
            var missing = query.All & ~persons.WordsAt(person);
            if ((missing & ~titles.Anywhere) != 0)
                continue;
            foreach (var title in people.GetTitles(person))
            {
                if ((titles.WordsAt(title) & missing) == missing)
                    titles.Reaches(title, together);
            }
        }
    }
}
