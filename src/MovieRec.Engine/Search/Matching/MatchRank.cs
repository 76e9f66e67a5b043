namespace MovieRec.Engine.Search.Matching;

/// <summary>Quality of the match between all words and a title or its people, best first; 0 is no match.</summary>
internal static class MatchLevel
{
    public const int None = 0;

    /// <summary>Every word is a word of the title.</summary>
    public const int TitleWord = 1;

    /// <summary>Every word is a word of the title or a prefix of one.</summary>
    public const int TitlePrefix = 2;

    /// <summary>The words are the complete name of one person, in any order.</summary>
    public const int PersonName = 3;

    /// <summary>As <see cref="TitlePrefix"/>, with a typing error in at least one word.</summary>
    public const int TitleTypo = 4;

    /// <summary>Every word is a word of one person's name or a prefix of one.</summary>
    public const int Person = 5;

    /// <summary>Every word matches the title or the name of one and the same person.</summary>
    public const int TitleAndPerson = 6;

    /// <summary>As <see cref="Person"/> or <see cref="TitleAndPerson"/>, with a typing error in at least one word.</summary>
    public const int PersonTypo = 7;
}

/// <summary>Order of the matches, best first: matches of the whole title before matches of its words.</summary>
internal static class MatchRank
{
    public const int Exact = 0;
    public const int ExactButArticle = 1;
    public const int BeginsWithWords = 2;
    public const int Begins = 3;

    /// <summary>Complete title with one typing error ("star wras"); ranks before titles that merely contain such a word.</summary>
    public const int NearlyExact = Begins + MatchLevel.TitleTypo;

    public const int Count = Begins + MatchLevel.PersonTypo + 2;

    public static int Get(int level) => Begins + level + (level >= MatchLevel.TitleTypo ? 1 : 0);
}
