namespace MovieRec.Cli.Ratings;

/// <summary>One rating; users and items are their numbers in <see cref="RatingsTable"/>.</summary>
/// <param name="Time">Seconds since 1970, 0 if the file has no times.</param>
internal readonly record struct Rating(int User, int Item, float Value, long Time);

/// <summary>Names of users or items, numbered in the order of their first appearance.</summary>
internal sealed class NameNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    public int Add(ReadOnlySpan<char> name)
    {
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(name, out var number))
            return number;
        var text = name.ToString();
        _names.Add(text);
        return _numbers[text] = _names.Count - 1;
    }
}

/// <summary>Content of a ratings file; two files read with the same name tables are comparable.</summary>
internal sealed record RatingsTable(NameNumbers Users, NameNumbers Items, List<Rating> Ratings, UnreadableLines Unreadable);

/// <summary>Unreadable lines of a file.</summary>
/// <param name="Count">Number of unreadable lines.</param>
/// <param name="First">The first five of them, with their line numbers.</param>
internal sealed record UnreadableLines(int Count, IReadOnlyList<string> First);
