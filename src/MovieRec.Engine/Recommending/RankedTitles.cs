using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Immutable ranked list of titles for a user, without reasons yet.</summary>
/// <remarks><see cref="Explain"/> adds them once the full records of <see cref="Keys"/> are available.</remarks>
public sealed class RankedTitles
{
    private readonly Func<PersonNames, List<Recommendation>> _explain;

    internal RankedTitles(
        IReadOnlyList<TitleKey> keys, bool personalised, int candidateCount, Func<PersonNames, List<Recommendation>> explain)
    {
        (Keys, Personalised, CandidateCount) = (keys, personalised, candidateCount);
        _explain = explain;
    }

    /// <summary>Empty list.</summary>
    public static RankedTitles None { get; } = new([], personalised: false, candidateCount: 0, _ => []);

    /// <summary>Keys of the titles in display order; never aliases.</summary>
    public IReadOnlyList<TitleKey> Keys { get; }

    /// <summary>True if the user's profile or a requested similar title influenced the list; false for a newcomer.</summary>
    public bool Personalised { get; }

    /// <summary>Number of titles that passed the filters.</summary>
    public int CandidateCount { get; }

    /// <summary>Adds score and reasons to every title.</summary>
    /// <param name="details">Full records of the titles, under their own keys, in any order; some or all may be missing. They contain the
    /// names of people. A person whose name neither they nor the catalogue has is mentioned without a name.</param>
    public RecommendationList Explain(IReadOnlyCollection<Title> details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new RecommendationList(_explain(new PersonNames(details)), Personalised, CandidateCount);
    }
}
