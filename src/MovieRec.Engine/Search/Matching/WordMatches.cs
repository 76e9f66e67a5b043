using System.Buffers;

namespace MovieRec.Engine.Search.Matching;

/// <summary>Words of a query found per title or person, a bit each, with the quality of the whole match.</summary>
/// <remarks>Sixteen bits each in a rented array: clearing and reading over a hundred thousand takes some microseconds.</remarks>
internal sealed class WordMatches : IDisposable
{
    private const int LevelShift = SearchQuery.Most;

    private readonly ushort[] _rented;
    private readonly int _count;
    private readonly int _all;

    public WordMatches(int count, int all)
    {
        (_rented, _count, _all) = (ArrayPool<ushort>.Shared.Rent(count), count, all);
        Array.Clear(_rented, 0, count);
    }

    /// <summary>The words that were found anywhere.</summary>
    public int Anywhere { get; private set; }

    private Span<ushort> Cells => _rented.AsSpan(0, _count);

    /// <summary>The words found at a place.</summary>
    public int WordsAt(int place) => _rented[place] & _all;

    /// <summary>Returns the quality of the match of all words at a place.</summary>
    public int LevelAt(int place) => _rented[place] >> LevelShift;

    /// <summary>Notes that words were found; where that makes them all, the level is that of the last found.</summary>
    public void Found(ReadOnlySpan<int> places, int words, int level)
    {
        if (places.IsEmpty)
            return;
        Anywhere |= words;
        foreach (var place in places)
        {
            ref var cell = ref _rented[place];
            var known = cell & _all;
            cell |= (ushort)words;
            if (known != _all && (cell & _all) == _all)
                Reaches(place, level);
        }
    }

    /// <summary>Notes that a place has all words at this level, unless it is better already.</summary>
    public void Reaches(int place, int level)
    {
        ref var cell = ref _rented[place];
        if (cell >> LevelShift is var known && (known == MatchLevel.None || level < known))
            cell = (ushort)((cell & ((1 << LevelShift) - 1)) | (level << LevelShift));
    }

    /// <summary>Returns the next place, from this on, with any word; -1 if there is none.</summary>
    public int NextWithAny(int place) => Next(place, Cells[place..].IndexOfAnyExcept((ushort)0));

    /// <summary>Returns the next place, from this on, with a level; -1 if there is none.</summary>
    public int NextWithLevel(int place) => Next(place, Cells[place..].IndexOfAnyInRange((ushort)(1 << LevelShift), ushort.MaxValue));

    public void Dispose() => ArrayPool<ushort>.Shared.Return(_rented);

    private static int Next(int place, int ahead) => ahead < 0 ? -1 : place + ahead;
}
