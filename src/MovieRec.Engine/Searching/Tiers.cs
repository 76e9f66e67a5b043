namespace MovieRec.Engine.Searching;

/// <summary>How well one word of the query was found in a title, best first; 0 is not at all. A title is as good as its worst word.</summary>
internal static class MatchLevel
{
    public const byte None = 0;
    public const byte TitleWord = 1;
    public const byte TitlePrefix = 2;
    public const byte TitleTypo = 3;
    public const byte Person = 4;
    public const byte PersonTypo = 5;
}

/// <summary>The order of the matches, best first: what the whole title says before what its words say.</summary>
internal static class Tiers
{
    public const int Exact = 0;
    public const int ExactButArticle = 1;
    public const int BeginsWithWords = 2;
    public const int Begins = 3;

    /// <summary>The whole title with one error ("star wras"), before titles that merely have such a word.</summary>
    public const int NearlyExact = Begins + MatchLevel.TitlePrefix + 1;

    public static int Of(byte level) => Begins + level + (level > MatchLevel.TitlePrefix ? 1 : 0);
}
