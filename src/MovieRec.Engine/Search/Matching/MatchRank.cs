namespace MovieRec.Engine.Search.Matching;

/// <summary>Quality of the match of all words with a title and its people, best first; 0 is none.</summary>
internal static class MatchLevel
{
    public const int None = 0;

    /// <summary>Every word is one of the title.</summary>
    public const int TitleWord = 1;

    /// <summary>Every word is one of the title or begins one.</summary>
    public const int TitlePrefix = 2;

    /// <summary>The words are one person's name, all of it, in any order.</summary>
    public const int PersonName = 3;

    /// <summary>As <see cref="TitlePrefix"/>, but for a typing error in one word or more.</summary>
    public const int TitleTypo = 4;

    /// <summary>Every word is one of one person's name or begins one.</summary>
    public const int Person = 5;

    /// <summary>Every word is in the title or in one person's name.</summary>
    public const int TitleAndPerson = 6;

    /// <summary>As the two above, but for a typing error in one word or more.</summary>
    public const int PersonTypo = 7;
}

/// <summary>Order of the matches, best first: matches of the whole title before matches of its words.</summary>
internal static class MatchRank
{
    public const int Exact = 0;
    public const int ExactButArticle = 1;
    public const int BeginsWithWords = 2;
    public const int Begins = 3;

    /// <summary>The whole title with one error ("star wras"), before titles that merely have such a word.</summary>
    public const int NearlyExact = Begins + MatchLevel.TitleTypo;

    public const int Count = Begins + MatchLevel.PersonTypo + 2;

    public static int Get(int level) => Begins + level + (level >= MatchLevel.TitleTypo ? 1 : 0);
}
