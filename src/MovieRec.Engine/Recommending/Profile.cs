namespace MovieRec.Engine.Recommending;

/// <summary>Everything a request is scored with, made once per request.</summary>
internal sealed record Profile(List<TasteSource> Sources, Boosts Boosts, HardRules Rules, Prior Prior, bool SimilarOnly, int ThisYear)
{
    public bool IsNewcomer => Sources.Count == 0 && !Boosts.Any;
}
