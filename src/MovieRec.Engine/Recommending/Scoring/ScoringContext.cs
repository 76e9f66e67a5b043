using MovieRec.Engine.Recommending.Filtering;
using MovieRec.Engine.Recommending.Profile;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>Everything a request is scored with, made once per request.</summary>
internal sealed record ScoringContext(
    List<ProfileTerm> Sources, Boosts Boosts, CandidateFilter Rules, Prior Prior, int? SimilarRow, int ThisYear)
{
    /// <summary>How the lists of others count; null without a model.</summary>
    public HybridWeights? Mix { get; init; }

    /// <summary>Whether the question is for titles like one, whoever asks.</summary>
    public bool SimilarOnly => SimilarRow is not null;

    public bool IsNewcomer => Sources.Count == 0 && !Boosts.Any;
}
