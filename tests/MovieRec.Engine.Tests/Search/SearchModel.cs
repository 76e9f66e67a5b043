using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests.Search;

/// <summary>Direct implementation of the search rules without an index: every word against every title and person.</summary>
internal sealed class SearchModel(Catalogue catalogue)
{
    private const int Whole = 1;
    private const int Prefix = 2;
    private const int Error = 3;
    private const int Not = 99;

    private readonly HashSet<string> _all =
        [.. catalogue.ByPopularity.SelectMany(row => GetTerms(catalogue[row]).Concat(GetPeople(catalogue[row]).SelectMany(TermsOfPerson)))];

    /// <summary>Returns the matching rows, best first.</summary>
    public int[] Search(string query, MediaKind? kind)
    {
        var words = Folding.GetWords(query, 160).Take(12).ToArray();
        return words.Length == 0 ? [] :
        [
            .. catalogue.ByPopularity.Where(row => kind is null || catalogue[row].Key.Kind == kind)
                .Select(row => (Row: row, Tier: GetTier(catalogue[row], words))).Where(match => match.Tier < Not)
                .OrderBy(match => match.Tier).Select(match => match.Row),
        ];
    }

    // In the order of the documentation of SearchIndex.Search.
    private int GetTier(Title title, string[] words)
    {
        var (text, tight) = (string.Join(' ', words), string.Concat(words));
        var inTitle = FoundIn(GetTerms(title), words, guess: _ => true);
        var level = inTitle.Max();
        string[] names = [.. new[] { title.Name, title.OriginalName ?? "" }.Select(Folding.Fold).Where(name => name.Length > 0)];
        string[] bare = [.. names.Select(WithoutArticle)];
        var people = GetPeople(title)
            .Select(person => (Name: person, Found: FoundIn(TermsOfPerson(person), words, guess: NothingBeginsWith))).ToArray();
        var together = people.Select(person => person.Found.Zip(inTitle, Math.Min).Max()).DefaultIfEmpty(Not).Min();
        return level < Not && names.Any(name => Tight(name) == tight) ? 0
            : level < Not && bare.Any(name => Tight(name) == tight) ? 1
            : names.Concat(bare).Any(name => name.StartsWith(text + " ", StringComparison.Ordinal)) ? 2
            : names.Concat(bare).Any(name => name.StartsWith(text, StringComparison.Ordinal)) ? 3
            : level == Whole ? 4
            : level == Prefix ? 5
            : people.Any(person => person.Name.Split(' ').ToHashSet().SetEquals(words)) ? 6
            : level == Error && names.Concat(bare).Any(name => Distance(name, text) == 1) ? 7
            : level == Error ? 8
            : people.Any(person => person.Found.Max() <= Prefix) ? 9
            : together <= Prefix ? 10
            : together == Error ? 11
            : Not;
    }

    // Match quality of each word among the terms, by itself or joined with a neighbour.
    private static int[] FoundIn(HashSet<string> terms, string[] words, Func<string, bool> guess)
    {
        var found = words.Distinct().ToDictionary(word => word, word => GetQuality(word, terms, guess));
        for (var at = 1; at < words.Length; at++)
        {
            var joint = GetQuality(words[at - 1] + words[at], terms, guess);
            found[words[at - 1]] = Math.Min(found[words[at - 1]], joint);
            found[words[at]] = Math.Min(found[words[at]], joint);
        }
        return [.. words.Distinct().Select(word => found[word])];
    }

    private static int GetQuality(string word, HashSet<string> terms, Func<string, bool> guess) =>
        terms.Contains(word) ? Whole
        : terms.Any(term => term.StartsWith(word, StringComparison.Ordinal)) ? Prefix
        : word.Length >= 5 && guess(word) && terms.Any(term => Distance(term, word) == 1) ? Error
        : Not;

    private bool NothingBeginsWith(string word) => !_all.Any(term => term.StartsWith(word, StringComparison.Ordinal));

    private static HashSet<string> GetTerms(Title title) =>
    [
        .. new[] { title.Name, title.OriginalName ?? "" }.Select(name => Folding.GetWords(name)).SelectMany(words => words
            .Concat(words.Zip(words.Skip(1), (one, other) => one + other).Where(joint => joint.Length <= 24))
            .Concat(words.Skip(1).Select(OtherNumeral).OfType<string>())
            .Concat(Initials(words, 3))),
    ];

    private static string[] GetPeople(Title title) =>
        [.. title.Directors.Concat(title.Cast).Select(Folding.Fold).Where(name => name.Length > 0)];

    private static HashSet<string> TermsOfPerson(string name) => [.. name.Split(' '), .. Initials([.. name.Split(' ')], 2)];

    private static IEnumerable<string> Initials(List<string> words, int fewest) =>
        string.Join(' ', words.Select(word => word.Length == 1 ? word : "|")).Split('|').Select(Tight).Where(run => run.Length >= fewest);

    private static string? OtherNumeral(string word) => word switch { "2" => "ii", "ii" => "2", "5" => "v", "v" => "5", _ => null };

    private static string Tight(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string WithoutArticle(string name) =>
        name.Split(' ', 2) is [("the" or "a" or "an"), var rest] ? rest : name;

    // Optimal string alignment: insertion, deletion, substitution, swap of neighbours.
    private static int Distance(string one, string other)
    {
        var d = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[one.Length, other.Length];
    }
}
