using MovieRec.Engine.Recommending.Profile;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>Term of a title's score, before small terms are merged and texts are written.</summary>
/// <param name="Kind">Kind of fact behind it.</param>
/// <param name="Points">Points, positive or negative.</param>
/// <param name="Source">Profile term behind it, if any.</param>
/// <param name="Text">English fragment; for a title of the user, its name.</param>
internal readonly record struct ScoreTerm(ReasonKind Kind, double Points, ProfileTerm? Source, string Text)
{
    /// <summary>Part of the points that comes from the collaborative model.</summary>
    public double Together { get; init; }

    public bool IsTitle => Source is { Row: >= 0 };

    public TitleKey? Because => Source?.Key;

    /// <summary>Limits the sum of the terms to 0 to 100 by scaling down all terms of the exceeding sign.</summary>
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
