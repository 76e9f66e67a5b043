using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Immutable titles ranked for a user, without reasons yet.</summary>
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

    /// <summary>Nothing to recommend.</summary>
    public static RankedTitles None { get; } = new([], personalised: false, candidateCount: 0, _ => []);

    /// <summary>Keys in display order; never aliases.</summary>
    public IReadOnlyList<TitleKey> Keys { get; }

    /// <summary>True if the user's taste, or the given similar title, shaped it; false for a newcomer.</summary>
    public bool Personalised { get; }

    /// <summary>Number of titles that passed the filters.</summary>
    public int CandidateCount { get; }

    /// <summary>Adds score and reasons to every title.</summary>
    /// <param name="details">Full records of the titles, under their own keys, in any order; some or all may be missing. They give the
    /// names of people; a person without a name, in a catalogue without names, is described without one.</param>
    public RecommendationList Explain(IReadOnlyCollection<Title> details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new RecommendationList(_explain(new PersonNames(details)), Personalised, CandidateCount);
    }
}
