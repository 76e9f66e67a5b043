using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Columns of people, numbered in the order in which titles name them first.</summary>
/// <remarks>
/// A new name is written as 0, the others as their number plus 1. Of every title the first people with
/// different tokens count, as many as scoring reads.
/// </remarks>
internal sealed class PeopleColumns
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Credits _cast = new(TitleFeatures.MostCast);
    private readonly Credits _directors = new(Title.MostDirectors);
    private readonly List<uint> _hashes = [];
    private readonly List<string> _names = [];

    /// <summary>By number.</summary>
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
