using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>The answer to a <see cref="RecommendationQuery"/>.</summary>
/// <param name="Items">In the order to show, which mixes score, variety and the seed; scores may therefore rise again.</param>
/// <param name="Personalised">Whether the user's taste, or the title they asked about, shaped it; false for a newcomer.</param>
/// <param name="CandidateCount">How many titles passed the hard rules.</param>
public sealed record RecommendationList(IReadOnlyList<Recommendation> Items, bool Personalised, int CandidateCount)
{
    /// <summary>Nothing to recommend.</summary>
    public static RecommendationList None { get; } = new([], Personalised: false, CandidateCount: 0);
}

/// <summary>One recommended title.</summary>
/// <param name="Row">Its row in the catalogue.</param>
/// <param name="Key">The title.</param>
/// <param name="Score">How well it fits, 0 to 100, finite; the sum of the contributions' points.</param>
/// <param name="Reason">One English sentence, true of the title and the user.</param>
/// <param name="Contributions">What the score is made of, largest first; at most eight.</param>
public sealed record Recommendation(int Row, TitleKey Key, double Score, string Reason, IReadOnlyList<Contribution> Contributions);

/// <summary>A part of a score.</summary>
/// <param name="Kind">What sort of fact it rests on.</param>
/// <param name="Text">An English fragment that can stand alone, without numbers of ours.</param>
/// <param name="Because">The user's title it comes from, where it comes from one.</param>
/// <param name="Points">Its share of the score; negative where it speaks against the title.</param>
public sealed record Contribution(ReasonKind Kind, string Text, TitleKey? Because, double Points);

/// <summary>What sort of fact a <see cref="Contribution"/> rests on.</summary>
public enum ReasonKind
{
    /// <summary>Likeness to a favourite, or to a title named in the preferences.</summary>
    LikedTitle,

    /// <summary>Likeness to a title on the watchlist.</summary>
    WatchlistTitle,

    /// <summary>Likeness to the title of <see cref="RecommendationQuery.SimilarTo"/>.</summary>
    SimilarTitle,

    /// <summary>A genre the user likes or avoids.</summary>
    Genre,

    /// <summary>An actor or director the user follows.</summary>
    Person,

    /// <summary>A keyword, subgenre, mood, ... of the preferences.</summary>
    Keyword,

    /// <summary>A time the user likes.</summary>
    Era,

    /// <summary>The original language.</summary>
    Language,

    /// <summary>The length.</summary>
    Runtime,

    /// <summary>A way of discovery the user chose.</summary>
    Discovery,

    /// <summary>How popular the title is.</summary>
    Popularity,

    /// <summary>How viewers rate it.</summary>
    Rating,

    /// <summary>Everything small taken together.</summary>
    Other,
}
