using System.Buffers;

namespace MovieRec.Engine.Search.Matching;

/// <summary>Words of a query found per title or person, one bit per word, with the quality of the complete match.</summary>
/// <remarks>Sixteen bits per title in a rented array: clearing and scanning a hundred thousand of them takes microseconds.</remarks>
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

    /// <summary>Bits of the words that were found at any place.</summary>
    public int Anywhere { get; private set; }

    private Span<ushort> Cells => _rented.AsSpan(0, _count);

    /// <summary>Returns the bits of the words found at a place.</summary>
    public int WordsAt(int place) => _rented[place] & _all;

    /// <summary>Returns the quality of the match of all words at a place.</summary>
    public int LevelAt(int place) => _rented[place] >> LevelShift;

    /// <summary>Records words at places; a place that now has all words gets the level of these.</summary>
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

    /// <summary>Records the level of a place with all words, unless it already has a better one.</summary>
    public void Reaches(int place, int level)
    {
        ref var cell = ref _rented[place];
        if (cell >> LevelShift is var known && (known == MatchLevel.None || level < known))
            cell = (ushort)((cell & ((1 << LevelShift) - 1)) | (level << LevelShift));
    }

    /// <summary>Returns the next place, this one included, with at least one word; -1 if there is none.</summary>
    public int NextWithAny(int place) => Next(place, Cells[place..].IndexOfAnyExcept((ushort)0));

    /// <summary>Returns the next place, this one included, with a level; -1 if there is none.</summary>
    public int NextWithLevel(int place) => Next(place, Cells[place..].IndexOfAnyInRange((ushort)(1 << LevelShift), ushort.MaxValue));

    public void Dispose() => ArrayPool<ushort>.Shared.Return(_rented);

    private static int Next(int place, int ahead) => ahead < 0 ? -1 : place + ahead;
}
