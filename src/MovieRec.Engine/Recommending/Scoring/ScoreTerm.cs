using MovieRec.Engine.Recommending.Profile;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>One term of a title's score, before terms are merged and put into words.</summary>
/// <param name="Kind">What it rests on.</param>
/// <param name="Points">Its points; of either sign.</param>
/// <param name="Source">The source of taste it comes from, if it does.</param>
/// <param name="Text">Its words, where they do not come from the source.</param>
internal readonly record struct ScoreTerm(ReasonKind Kind, double Points, ProfileTerm? Source, string Text)
{
    /// <summary>The share of the points that comes from the lists of others.</summary>
    public double Together { get; init; }

    public bool IsTitle => Source is { Row: >= 0 };

    public TitleKey? Because => Source?.Key;

    /// <summary>
    /// Keeps the sum of the parts within 0 and 100 without breaking it: the side that carries it beyond is shrunk evenly.
    /// </summary>
    public static void Fit(List<ScoreTerm> parts)
    {
        var (gains, losses) =
            (parts.Where(part => part.Points > 0).Sum(part => part.Points), -parts.Where(part => part.Points < 0).Sum(part => part.Points));
        var gain = gains - losses > 100 ? (100 + losses) / gains : 1;
        var loss = losses > gains ? gains / losses : 1;
        for (var i = 0; i < parts.Count; i++)
        {
            var factor = parts[i].Points > 0 ? gain : loss;
            parts[i] = parts[i] with { Points = parts[i].Points * factor, Together = parts[i].Together * factor };
        }
    }
}
