namespace MovieRec.Engine.Feedback;

/// <summary>Weights of signals of implicit feedback, before they decrease with age.</summary>
internal static class FeedbackWeights
{
    /// <summary>Weight of a favourite, and of a title named in the preferences.</summary>
    public const double Favourite = 1;
    public const double Watchlist = 0.5;
}
