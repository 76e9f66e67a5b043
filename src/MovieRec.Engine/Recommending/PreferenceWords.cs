namespace MovieRec.Engine.Recommending;

/// <summary>Titles that must not be recommended; <c>docs/recommender.md</c> says which facts decide each.</summary>
[Flags]
public enum DealBreakers
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>violence</c>.</summary>
    Violence = 1,

    /// <summary><c>sexualContent</c>.</summary>
    SexualContent = 2,

    /// <summary><c>profanity</c>.</summary>
    Profanity = 4,

    /// <summary><c>slowPace</c>.</summary>
    SlowPace = 8,

    /// <summary><c>subtitles</c>.</summary>
    Subtitles = 16,
}

/// <summary>Preferred length: films short up to 100 minutes, long from 130; episodes short up to 30, long from 50.</summary>
public enum RuntimePreference
{
    /// <summary><c>short</c>.</summary>
    Shorter,

    /// <summary><c>medium</c>: neither short nor long.</summary>
    Medium,

    /// <summary><c>long</c>.</summary>
    Longer,
}

/// <summary>Ways in which a user likes to discover titles.</summary>
[Flags]
public enum Discovery
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary><c>trending</c>: recent and popular.</summary>
    Trending = 1,

    /// <summary><c>hiddenGems</c>: well rated and little known.</summary>
    HiddenGems = 2,

    /// <summary><c>awardWinning</c>, where keywords tell.</summary>
    AwardWinning = 4,

    /// <summary>Well rated, known or not; requested by words such as <c>highlyRated</c>.</summary>
    WellRated = 8,
}
