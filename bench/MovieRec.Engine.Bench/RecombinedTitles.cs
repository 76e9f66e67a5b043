using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Any number of made-up titles from the words of real ones.</summary>
/// <remarks>Every word follows one that it follows in a real title. One word in ten is joined from the halves of two, so that the
/// vocabulary grows like a real one. People have the first name of one person and the last name of another or, one in four, of
/// two.</remarks>
internal sealed class RecombinedTitles
{
    private const int LongestTitle = 7;

    private readonly Dictionary<string, List<string?>> _following = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<string> _firstNames = [];
    private readonly List<string> _lastNames = [];
    private readonly List<Title> _real;
    private readonly Random _random;

    private RecombinedTitles(List<Title> real, int seed)
    {
        (_real, _random) = (real, new Random(seed));
        foreach (var title in real)
            Learn(title);
    }

    public static List<Title> Make(List<Title> real, int count, int seed) => new RecombinedTitles(real, seed).Make(count);

    private List<Title> Make(int count)
    {
        var people = new string[count * 2];
        for (var i = 0; i < people.Length; i++)
            people[i] = $"{Any(_firstNames)} {(i % 4 == 0 ? Halves(Any(_lastNames), Any(_lastNames)) : Any(_lastNames))}";
        var titles = new List<Title>(count);
        for (var i = 0; i < count; i++)
        {
            var like = _real[i % _real.Count];
            titles.Add(like with
            {
                Key = new TitleKey(like.Key.Kind, 1_000 + i),
                Name = Name(),
                OriginalName = i % 4 == 0 ? Name() : null,
                // Few people have played in a hundred titles, most in one or two.
                Cast = [.. Enumerable.Range(0, 8).Select(_ => people[(int)(people.Length * Math.Pow(_random.NextDouble(), 2.5))])],
                Popularity = Math.Round(100.0 * (count - i) / count, 3),
            });
        }
        return titles;
    }

    private void Learn(Title title)
    {
        var words = title.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at <= words.Length; at++)
        {
            var before = at == 0 ? "" : words[at - 1];
            if (!_following.TryGetValue(before, out var next))
                _following[before] = next = [];
            next.Add(at < words.Length ? words[at] : null);
        }
        _words.AddRange(words);
        foreach (var name in title.Cast)
        {
            var space = name.LastIndexOf(' ');
            if (space <= 0)
                continue;
            _firstNames.Add(name[..space]);
            _lastNames.Add(name[(space + 1)..]);
        }
    }

    private string Name()
    {
        var words = new List<string>();
        var last = "";
        while (words.Count < LongestTitle && Any(_following[last]) is { } word)
        {
            words.Add(_random.Next(10) == 0 ? Halves(word, Any(_words)) : word);
            last = word;
        }
        return string.Join(' ', words);
    }

    private static string Halves(string one, string other) => one[..((one.Length + 1) / 2)] + other[(other.Length / 2)..];

    private T Any<T>(List<T> all) => all[_random.Next(all.Count)];
}
