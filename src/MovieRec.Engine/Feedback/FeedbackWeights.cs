namespace MovieRec.Engine.Feedback;

/// <summary>Weight of one implicit signal, before it fades with age.</summary>
internal static class FeedbackWeights
{
    /// <summary>A favourite, and a title named in the preferences.</summary>
    public const double Favourite = 1;
    public const double Watchlist = 0.5;
}
