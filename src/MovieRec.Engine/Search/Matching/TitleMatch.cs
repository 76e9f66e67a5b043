using MovieRec.Engine.Search.Terms;

namespace MovieRec.Engine.Search.Matching;

/// <summary>Ranking of a match by comparison with the complete title.</summary>
internal static class TitleMatch
{
    /// <summary>Returns the rank of one spelling of a title.</summary>
    /// <param name="name">Folded title; empty if there is none.</param>
    /// <param name="query">Parsed query.</param>
    /// <param name="level">Quality of the match of its words.</param>
    public static int GetRank(ReadOnlySpan<char> name, SearchQuery query, int level)
    {
        if (name.IsEmpty || level is not (MatchLevel.TitleWord or MatchLevel.TitlePrefix or MatchLevel.TitleTypo))
            return MatchRank.Get(level);
        var bare = WithoutArticle(name);
        if (SameButSpaces(name, query.Tight))
            return MatchRank.Exact;
        if (SameButSpaces(bare, query.Tight))
            return MatchRank.ExactButArticle;
        if (level == MatchLevel.TitleTypo && (Typo.IsOne(query.Text, name) || Typo.IsOne(query.Text, bare)))
            return MatchRank.NearlyExact;
        return Math.Min(Math.Min(Beginning(name, query.Text), Beginning(bare, query.Text)), MatchRank.Get(level));
    }

    private static int Beginning(ReadOnlySpan<char> name, string query) =>
        !name.StartsWith(query) ? MatchRank.Count
        : name.Length > query.Length && name[query.Length] == ' ' ? MatchRank.BeginsWithWords
        : MatchRank.Begins;

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> name) =>
        name.StartsWith("the ") ? name[4..]
        : name.StartsWith("a ") ? name[2..]
        : name.StartsWith("an ") ? name[3..]
        : name;

    private static bool SameButSpaces(ReadOnlySpan<char> name, string tight)
    {
        var at = 0;
        foreach (var letter in name)
        {
            if (letter == ' ')
                continue;
            if (at == tight.Length || tight[at++] != letter)
                return false;
        }
        return at == tight.Length;
    }
}
