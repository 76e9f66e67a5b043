using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Result of a <see cref="RecommendationQuery"/>.</summary>
/// <param name="Items">Titles in display order, which combines score, diversity and the seed; scores may therefore rise again.</param>
/// <param name="Personalised">True if the user's profile or a requested similar title influenced the list; false for a newcomer.</param>
/// <param name="CandidateCount">Number of titles that passed the filters.</param>
public sealed record RecommendationList(IReadOnlyList<Recommendation> Items, bool Personalised, int CandidateCount);

/// <summary>Recommended title.</summary>
/// <param name="Row">Row of the title in the catalogue.</param>
/// <param name="Key">Key of the title.</param>
/// <param name="Score">Score from 0 to 100, finite; the sum of the contributions' points.</param>
/// <param name="Reason">English sentence, true of the title and the user.</param>
/// <param name="Contributions">Parts of the score, largest first; at most eight.</param>
public sealed record Recommendation(int Row, TitleKey Key, double Score, string Reason, IReadOnlyList<Contribution> Contributions);

/// <summary>Part of a score.</summary>
/// <param name="Kind">Kind of fact behind it.</param>
/// <param name="Text">English fragment that can stand alone, without internal figures.</param>
/// <param name="Because">The user's title behind it, if any.</param>
/// <param name="Points">Share of the score; negative if it counts against the title.</param>
public sealed record Contribution(ReasonKind Kind, string Text, TitleKey? Because, double Points);

/// <summary>Kind of fact behind a <see cref="Contribution"/>.</summary>
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

    /// <summary>A word of the preferences, such as a keyword, subgenre or mood.</summary>
    Keyword,

    /// <summary>An era the user likes.</summary>
    Era,

    /// <summary>The original language.</summary>
    Language,

    /// <summary>The length.</summary>
    Runtime,

    /// <summary>A way of discovery the user chose.</summary>
    Discovery,

    /// <summary>Popularity of the title.</summary>
    Popularity,

    /// <summary>Viewers' rating of the title.</summary>
    Rating,

    /// <summary>Sum of all small contributions.</summary>
    Other,
}
