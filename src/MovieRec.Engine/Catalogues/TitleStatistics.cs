using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Catalogues;

/// <summary>Statistics of a title relative to its kind; comparable between kinds, unlike raw figures.</summary>
/// <param name="Popularity">Percentile of the popularity within the kind, 0 to 1.</param>
/// <param name="Rating">Bayesian average of the votes, 0 to 10; NaN if there is no vote.</param>
/// <param name="RatingEdge">Difference of <paramref name="Rating"/> from the mean of its kind, -1 to 1; 0 if unknown.</param>
/// <param name="DirectorsWork">Number of its director's titles on a logarithmic scale: 0 for one, 1 for sixteen or more.</param>
/// <param name="HasNamesakes">True if other titles of the same kind are in its <see cref="Franchise"/>.</param>
internal readonly record struct TitleStatistics(float Popularity, float Rating, float RatingEdge, float DirectorsWork, bool HasNamesakes)
{
    /// <summary>Bayesian prior: number of pseudo-votes at the mean rating.</summary>
    /// <remarks>An average without a count is weighted as if it had this many votes.</remarks>
    private const double PriorVotes = 50;

    public static TitleStatistics[] Compute(Title[] titles, int[] franchises)
    {
        var standings = new TitleStatistics[titles.Length];
        var works = GetWorks(titles);
        var members = GetMembers(titles, franchises);
        foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Movie, MediaKind.Tv])
        {
            var rows = GetRows(titles, kind);
            var mean = MeanVote(titles, rows);
            Array.Sort(rows, (a, b) => GetPopularity(titles[a]).CompareTo(GetPopularity(titles[b])));
            for (int place = 0, first = 0; place < rows.Length; place++)
            {
                if (GetPopularity(titles[rows[place]]) != GetPopularity(titles[rows[first]]))
                    first = place;
                var title = titles[rows[place]];
                var (rating, edge) = GetRating(title, mean);
                var namesakes = members[GetMember(kind, franchises[rows[place]])] > 1;
                standings[rows[place]] =
                    new TitleStatistics(Percentile(first, rows.Length), rating, edge, GetWork(works[rows[place]]), namesakes);
            }
        }
        return standings;
    }

    /// <summary>Returns the popularity; 0 if it is negative, infinite or not a number.</summary>
    public static double GetPopularity(Title title) => double.IsFinite(title.Popularity) ? Math.Max(0, title.Popularity) : 0;

    /// <summary>Returns the average vote; null if it is missing, not a number, 0 (TMDB's "no votes") or out of range.</summary>
    public static double? GetVote(Title title) =>
        title is { VoteAverage: > 0 and <= 10, VoteCount: null or > 0 } ? title.VoteAverage : null;

    private static long GetMember(MediaKind kind, int franchise) => ((long)kind << 32) | (uint)franchise;

    // Counts the titles per kind and franchise.
    private static Dictionary<long, int> GetMembers(Title[] titles, int[] franchises)
    {
        var members = new Dictionary<long, int>(titles.Length);
        for (var row = 0; row < titles.Length; row++)
        {
            var member = GetMember(titles[row].Key.Kind, franchises[row]);
            members[member] = members.GetValueOrDefault(member) + 1;
        }
        return members;
    }

    private static int[] GetRows(Title[] titles, MediaKind kind)
    {
        var rows = new List<int>(titles.Length);
        for (var row = 0; row < titles.Length; row++)
        {
            if (titles[row].Key.Kind == kind)
                rows.Add(row);
        }
        return rows.ToArray();
    }

    private static double MeanVote(Title[] titles, int[] rows)
    {
        var (sum, count) = (0.0, 0);
        foreach (var row in rows)
        {
            if (GetVote(titles[row]) is { } vote)
                (sum, count) = (sum + vote, count + 1);
        }
        return count == 0 ? 0 : sum / count;
    }

    private static float Percentile(int place, int count) => count == 1 ? 1 : place / (float)(count - 1);

    // Returns per title the largest number of titles among its first directors. By token, so that a catalogue without names gives the same.
    private static int[] GetWorks(Title[] titles)
    {
        var (numbers, tokens, works) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<uint, int>(), new List<int>());
        var (first, most) = (new int[titles.Length + 1], new int[titles.Length]);
        var directors = new List<int>(titles.Length);
        for (var row = 0; row < titles.Length; row++)
        {
            foreach (var name in titles[row].Directors)
            {
                if (directors.Count == first[row] + Title.MostDirectors)
                    break;
                var director = NumberOf(name);
                if (director < 0 || directors.IndexOf(director, first[row]) >= 0)
                    continue;
                directors.Add(director);
                works[director]++;
            }
            first[row + 1] = directors.Count;
        }
        for (var row = 0; row < titles.Length; row++)
        {
            for (var at = first[row]; at < first[row + 1]; at++)
                most[row] = Math.Max(most[row], works[directors[at]]);
        }
        return most;

        int NumberOf(string name)
        {
            if (numbers.TryGetValue(name, out var number))
                return number;
            var token = PersonToken.GetHash(name);
            if (token == 0)
                return numbers[name] = -1;
            if (!tokens.TryGetValue(token, out number))
            {
                tokens[token] = number = works.Count;
                works.Add(0);
            }
            return numbers[name] = number;
        }
    }

    private static float GetWork(int works) => works < 2 ? 0 : MathF.Min(1, MathF.Log2(works) / 4);

    private static (float Rating, float Edge) GetRating(Title title, double mean)
    {
        if (GetVote(title) is not { } vote)
            return (float.NaN, 0);
        var count = title.VoteCount ?? PriorVotes;
        var rating = ((count * vote) + (PriorVotes * mean)) / (count + PriorVotes);
        var room = rating >= mean ? 10 - mean : mean;
        return ((float)rating, room <= 0 ? 0 : (float)((rating - mean) / room));
    }
}
