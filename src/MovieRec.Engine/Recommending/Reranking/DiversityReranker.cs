using System.Numerics;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Recommending.Filtering;

namespace MovieRec.Engine.Recommending.Reranking;

/// <summary>Maximal marginal relevance (MMR) re-ranking (Carbonell and Goldstein, SIGIR 1998).</summary>
/// <remarks>The next pick has the most points left after the cost of its greatest similarity to a title already picked.</remarks>
internal sealed class DiversityReranker
{
    private const int MostDirectors = 2;
    private const int MostCast = 4;
    private const int PlacesPerFranchise = 10;
    private const int PlacesPerDirector = 5;

    private readonly FilterFactTable _facts;
    private readonly int[] _franchises;
    private readonly int[] _people;
    private readonly Catalogue _catalogue;

    public DiversityReranker(Catalogue catalogue, FilterFactTable facts, FeatureSpace space)
    {
        (_catalogue, _facts) = (catalogue, facts);
        _franchises = catalogue.Franchises;
        _people = new int[catalogue.Count * (MostDirectors + MostCast)];
        Array.Fill(_people, -1);
        for (var row = 0; row < catalogue.Count; row++)
        {
            var (directors, cast) = (0, 0);
            foreach (var feature in space.GetRow(row).Ids)
            {
                var field = space.GetField(feature);
                if (field == FeatureField.Director && directors < MostDirectors)
                    _people[(row * (MostDirectors + MostCast)) + directors++] = feature;
                else if (field == FeatureField.Cast && cast < MostCast)
                    _people[(row * (MostDirectors + MostCast)) + MostDirectors + cast++] = feature;
            }
        }
    }

    /// <summary>Picks rows in display order.</summary>
    /// <param name="candidates">Rows and scores, best first.</param>
    /// <param name="limit">Maximum number of rows.</param>
    /// <param name="seed">Seed that reorders close scores, by at most <paramref name="rotation"/> points.</param>
    /// <param name="rotation">Maximum points that the seed adds to a title.</param>
    /// <param name="strength">Points that full similarity costs.</param>
    /// <param name="spread">True if one franchise may have at most one title of ten, and one director one of five.</param>
    /// <param name="room">Additional titles that one franchise or director may have.</param>
    public List<int> Pick(IReadOnlyList<Candidate> candidates, int limit, int seed, double rotation, double strength, bool spread, int room)
    {
        var left = new double[candidates.Count];
        var likeness = new double[candidates.Count];
        for (var i = 0; i < left.Length; i++)
            left[i] = candidates[i].Score + (rotation * Chance(seed, candidates[i].Row));
        var picks = new List<int>(limit);
        while (picks.Count < limit && picks.Count < candidates.Count)
        {
            var best = Best(candidates, left, likeness, strength, spread ? picks : null, room);
            if (best < 0)
                best = Best(candidates, left, likeness, strength, null, room);
            picks.Add(candidates[best].Row);
            left[best] = double.NaN;
            for (var i = 0; i < left.Length; i++)
            {
                if (!double.IsNaN(left[i]))
                    likeness[i] = Math.Max(likeness[i], Likeness(candidates[i].Row, candidates[best].Row));
            }
        }
        return picks;
    }

    /// <summary>Computes the similarity of two rows, from 0 (nothing in common) to 1.</summary>
    internal double Likeness(int a, int b)
    {
        ref readonly var one = ref _facts[a];
        ref readonly var other = ref _facts[b];
        var all = BitOperations.PopCount(one.Genres | other.Genres);
        var genres = all == 0 ? 0 : BitOperations.PopCount(one.Genres & other.Genres) / (double)all;
        var people = (SharesDirector(a, b) ? 0.5 : 0) + (0.25 * SharedCast(a, b));
        var decade = one.Year != 0 && one.Year / 10 == other.Year / 10 ? 1 : 0;
        var likeness = (0.4 * genres) + (0.35 * Math.Min(1, people)) + (0.1 * decade) + (0.15 * (one.Kind == other.Kind ? 1 : 0));
        return _franchises[a] == _franchises[b] ? Math.Max(0.9, likeness) : likeness;
    }

    private int Best(IReadOnlyList<Candidate> candidates, double[] left, double[] likeness, double strength, List<int>? picks, int room)
    {
        var (best, points) = (-1, double.NegativeInfinity);
        for (var i = 0; i < left.Length; i++)
        {
            var value = left[i] - (strength * likeness[i]);
            // A title already picked is NaN, which compares false.
            if (value > points && (picks is null || HasRoom(candidates[i].Row, picks, room)))
                (best, points) = (i, value);
        }
        return best;
    }

    private bool HasRoom(int row, List<int> picks, int room)
    {
        var (franchise, director) = (1 + room + (picks.Count / PlacesPerFranchise), 1 + room + (picks.Count / PlacesPerDirector));
        foreach (var pick in picks)
        {
            if (_franchises[pick] == _franchises[row] && --franchise == 0)
                return false;
            if (SharesDirector(pick, row) && --director == 0)
                return false;
        }
        return true;
    }

    private ReadOnlySpan<int> Directors(int row) => _people.AsSpan(row * (MostDirectors + MostCast), MostDirectors);

    private ReadOnlySpan<int> Cast(int row) => _people.AsSpan((row * (MostDirectors + MostCast)) + MostDirectors, MostCast);

    private bool SharesDirector(int a, int b)
    {
        foreach (var director in Directors(a))
        {
            if (director >= 0 && Directors(b).Contains(director))
                return true;
        }
        return false;
    }

    private int SharedCast(int a, int b)
    {
        var shared = 0;
        foreach (var actor in Cast(a))
            shared += actor >= 0 && Cast(b).Contains(actor) ? 1 : 0;
        return shared;
    }

    // Returns 0 to 1 from seed and key alone, so that a list does not change if the catalogue is rebuilt in another order.
    private double Chance(int seed, int row)
    {
        var key = _catalogue[row].Key;
        var mixed = ((ulong)key.Id * 2) + (ulong)key.Kind + ((ulong)(uint)seed << 32) + ((ulong)(uint)seed * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
    }
}

/// <summary>Title that may be picked, with its score.</summary>
internal readonly record struct Candidate(int Row, float Score);
