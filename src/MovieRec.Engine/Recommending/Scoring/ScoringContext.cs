using MovieRec.Engine.Recommending.Filtering;
using MovieRec.Engine.Recommending.Profile;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>Immutable input for scoring the titles of one request.</summary>
internal sealed record ScoringContext(
    List<ProfileTerm> Sources, Boosts Boosts, CandidateFilter Rules, Prior Prior, int? SimilarRow, int ThisYear)
{
    /// <summary>Scaling of collaborative sums; null without a model.</summary>
    public HybridWeights? Mix { get; init; }

    /// <summary>True if the request is for titles similar to one, regardless of the user.</summary>
    public bool SimilarOnly => SimilarRow is not null;

    public bool IsNewcomer => Sources.Count == 0 && !Boosts.Any;
}
