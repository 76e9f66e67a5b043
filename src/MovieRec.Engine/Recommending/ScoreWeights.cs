namespace MovieRec.Engine.Recommending;

/// <summary>Weights of the content terms, in points of the score, chosen by looking at the lists of <c>docs/recommender.md</c>.</summary>
/// <remarks>With a collaborative model, <see cref="HybridOptions"/> shares the score between it and these.</remarks>
internal static class ScoreWeights
{
    /// <summary>The cosine with the taste vector, at its fullest.</summary>
    public const double Content = 80;

    /// <summary>Popularity within the kind.</summary>
    public const double Popularity = 18;

    /// <summary>The rating's edge over the mean of its kind.</summary>
    public const double Rating = 24;

    /// <summary>A director of many films: the weak sign of renown that is left for films without votes.</summary>
    public const double DirectorsWork = 5;

    /// <summary>Titles of the same name: another such sign, since a success is continued or made again.</summary>
    public const double Namesakes = 2;

    /// <summary>The same for a list that nothing else decides.</summary>
    public const double NewcomerPopularity = 70;
    public const double NewcomerRating = 24;
    public const double NewcomerDirectorsWork = 2;
    public const double NewcomerNamesakes = 9;
    public const double NewcomerFresh = 5;

    public const double Director = 14;
    public const double Actor = 9;
    public const double Era = 7;
    public const double Language = 6;
    public const double EnglishPreferred = -12;
    public const double OpenToTheWorld = 3;
    public const double Runtime = 4;
    public const double Discovery = 8;

    /// <summary>Days after which a signal counts half; it never falls under <see cref="OldestSignal"/>.</summary>
    public const double HalfLifeDays = 365;
    public const double OldestSignal = 0.25;

    /// <summary>Weight of stated preferences beside the lists (1), if both are known.</summary>
    public const double Explicit = 0.8;

    public const double FavouriteGenre = 0.7;
    public const double GenrePair = 0.5;
    public const double Word = 0.7;

    /// <summary>In a search for titles like one: a title of the same name.</summary>
    public const double SimilarNamesake = 10;

    /// <summary>Points that full similarity to an already picked title costs, and that the seed may move.</summary>
    public const double Diversity = 24;
    public const double SimilarDiversity = 6;
    public const double Rotation = 3;
}
