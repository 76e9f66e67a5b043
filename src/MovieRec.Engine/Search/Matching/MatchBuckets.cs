using System.Buffers;

namespace MovieRec.Engine.Search.Matching;

/// <summary>Matches by rank, from which one page is read without sorting.</summary>
/// <remarks>
/// Places are ordered by popularity, so the matches of one rank are in order too. It is enough to count the matches per rank and to read
/// the ranks that the page covers.
/// </remarks>
internal sealed class MatchBuckets : IDisposable
{
    private const byte NoMatch = byte.MaxValue;

    private readonly byte[] _tiers;
    private readonly int _places;
    private readonly int[] _counts = new int[MatchRank.Count];

    public MatchBuckets(int places)
    {
        (_tiers, _places) = (ArrayPool<byte>.Shared.Rent(places), places);
        Array.Fill(_tiers, NoMatch, 0, places);
    }

    /// <summary>Number of matches.</summary>
    public int Total { get; private set; }

    public void Add(int place, int tier)
    {
        _tiers[place] = (byte)tier;
        _counts[tier]++;
        Total++;
    }

    /// <summary>Returns the places of one page, best rank first.</summary>
    public int[] Page(int offset, int limit)
    {
        var page = new int[Math.Clamp(Total - offset, 0, limit)];
        var taken = 0;
        for (var tier = 0; tier < MatchRank.Count && taken < page.Length; tier++)
        {
            if (offset >= _counts[tier])
            {
                offset -= _counts[tier];
                continue;
            }
            taken += Take(tier, offset, page.AsSpan(taken));
            offset = 0;
        }
        return page;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_tiers);

    private int Take(int tier, int skip, Span<int> page)
    {
        var taken = 0;
        for (var place = 0; place < _places && taken < page.Length; place++)
        {
            var ahead = _tiers.AsSpan(place, _places - place).IndexOf((byte)tier);
            if (ahead < 0)
                break;
            place += ahead;
            if (skip-- <= 0)
                page[taken++] = place;
        }
        return taken;
    }
}
