using System.Collections.Frozen;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Filtering;

/// <summary>Deal-breakers that a title is known to have.</summary>
/// <remarks>
/// If a fact is known, the rules rather leave out a title too many than one too few; a title without facts passes. Subtitles depend on the
/// user's languages and are checked by <see cref="CandidateFilter"/>.
/// </remarks>
internal static class ContentAdvisory
{
    private const int LongFilm = 150;

    private static readonly FrozenSet<string> s_adult =
        new[] { "r", "nc 17", "x", "18", "18a", "r18", "tv ma", "ma 15", "ma15" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_violent = new[]
    {
        "violence", "gore", "slasher", "serial killer", "murder", "torture", "massacre", "splatter", "cannibal", "cannibalism", "war",
        "brutality", "mass murder", "rape", "revenge killing",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_sexual = new[]
    {
        "nudity", "female nudity", "male nudity", "sex", "sex scene", "erotic", "erotica", "erotic thriller", "erotic movie", "softcore",
        "sexuality", "pornography", "prostitution", "rape",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_profane =
        new[] { "profanity", "swearing", "strong language", "foul language", "vulgar", "crude humor" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_slow =
        new[] { "slow burn", "slow paced", "slow cinema", "slow pace", "slow" }.ToFrozenSet(StringComparer.Ordinal);

    public static DealBreakers GetBreaks(Title title)
    {
        var breaks = BreaksButKeywords(title);
        foreach (var keyword in title.Keywords)
            breaks |= GetBreaks(keyword);
        return breaks;
    }

    /// <summary>Returns the deal-breakers that facts other than keywords indicate.</summary>
    /// <remarks>Titles share keywords, so that a caller with many titles evaluates each keyword only once.</remarks>
    public static DealBreakers BreaksButKeywords(Title title)
    {
        var breaks = DealBreakers.None;
        if (title.Certification is { } certification && s_adult.Contains(Folding.Fold(certification.Replace('+', ' '))))
            breaks |= DealBreakers.SexualContent | DealBreakers.Profanity;
        if (IsViolentGenre(title.GenreIds))
            breaks |= DealBreakers.Violence;
        if (title.Key.Kind == MediaKind.Movie && title.RuntimeMinutes >= LongFilm)
            breaks |= DealBreakers.SlowPace;
        return breaks;
    }

    /// <summary>Returns the deal-breakers that a keyword alone indicates.</summary>
    public static DealBreakers GetBreaks(string keyword)
    {
        var word = Folding.Fold(keyword);
        return If(s_violent.Contains(word), DealBreakers.Violence)
            | If(s_sexual.Contains(word), DealBreakers.SexualContent)
            | If(s_profane.Contains(word), DealBreakers.Profanity)
            | If(s_slow.Contains(word), DealBreakers.SlowPace);
    }

    private static DealBreakers If(bool known, DealBreakers breaker) => known ? breaker : DealBreakers.None;

    // Horror and war count alone. Action counts only with crime or thriller, otherwise no animation and no adventure would be left.
    private static bool IsViolentGenre(IReadOnlyList<int> genres) =>
        genres.Contains(27) || genres.Contains(10752) || genres.Contains(10768)
        || ((genres.Contains(28) || genres.Contains(10759)) && (genres.Contains(80) || genres.Contains(53)));
}
