using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Writer of the columns of people, numbered in the order of their first credit.</summary>
/// <remarks>
/// A new name is written as 0, a known one as its number plus 1. Of each title only as many people with different tokens are written as
/// scoring reads, in order.
/// </remarks>
internal sealed class PeopleColumns
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Credits _cast = new(TitleFeatures.MostCast);
    private readonly Credits _directors = new(Title.MostDirectors);
    private readonly List<uint> _hashes = [];
    private readonly List<string> _names = [];

    /// <summary>Names of people by number.</summary>
    public IReadOnlyList<string> Names => _names;

    public void Add(Title title)
    {
        Add(_cast, title.Cast);
        Add(_directors, title.Directors);
    }

    public void Write(ColumnWriter columns)
    {
        foreach (var credits in (ReadOnlySpan<Credits>)[_cast, _directors])
        {
            columns.Numbers(credits.Counts);
            columns.Numbers(credits.People);
        }
        columns.Hashes(_hashes);
    }

    private void Add(Credits credits, IReadOnlyList<string> names)
    {
        Span<uint> kept = stackalloc uint[credits.Most];
        var count = 0;
        foreach (var name in names)
        {
            if (count == kept.Length)
                break;
            var hash = _numbers.TryGetValue(name, out var number) ? _hashes[number] : PersonToken.GetHash(name);
            if (hash == 0 || kept[..count].Contains(hash))
                continue;
            kept[count++] = hash;
            if (_numbers.TryAdd(name, _names.Count))
            {
                _names.Add(name);
                _hashes.Add(hash);
                credits.People.Add(0);
            }
            else
            {
                credits.People.Add((ulong)number + 1);
            }
        }
        credits.Counts.Add((ulong)count);
    }

    private sealed record Credits(int Most)
    {
        public List<ulong> Counts { get; } = [];

        public List<ulong> People { get; } = [];
    }
}
