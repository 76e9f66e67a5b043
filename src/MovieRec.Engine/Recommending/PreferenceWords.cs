namespace MovieRec.Engine.Recommending;

/// <summary>Kinds of content that exclude a title; <c>docs/recommender.md</c> lists the facts that decide.</summary>
[Flags]
public enum DealBreakers
{
    /// <summary>No deal-breaker.</summary>
    None = 0,

    /// <summary>Violence (<c>violence</c> in preferences).</summary>
    Violence = 1,

    /// <summary>Sexual content (<c>sexualContent</c>).</summary>
    SexualContent = 2,

    /// <summary>Strong language (<c>profanity</c>).</summary>
    Profanity = 4,

    /// <summary>Slow pace or great length (<c>slowPace</c>).</summary>
    SlowPace = 8,

    /// <summary>Languages that need subtitles (<c>subtitles</c>).</summary>
    Subtitles = 16,
}

/// <summary>Preferred length: films short up to 100 minutes, long from 130; episodes short up to 30, long from 50.</summary>
public enum RuntimePreference
{
    /// <summary>Short (<c>short</c> in preferences).</summary>
    Shorter,

    /// <summary>Neither short nor long (<c>medium</c>).</summary>
    Medium,

    /// <summary>Long (<c>long</c>).</summary>
    Longer,
}

/// <summary>Ways of discovery that a user prefers.</summary>
[Flags]
public enum Discovery
{
    /// <summary>Not stated.</summary>
    None = 0,

    /// <summary>Recent and popular (<c>trending</c> in preferences).</summary>
    Trending = 1,

    /// <summary>Well rated and little known (<c>hiddenGems</c>).</summary>
    HiddenGems = 2,

    /// <summary>Award-winning, if a keyword names the award (<c>awardWinning</c>).</summary>
    AwardWinning = 4,

    /// <summary>Well rated, known or not; requested by words such as <c>highlyRated</c>.</summary>
    WellRated = 8,
}
