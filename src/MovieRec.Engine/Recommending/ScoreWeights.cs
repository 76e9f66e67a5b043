namespace MovieRec.Engine.Recommending;

/// <summary>Weights of the content terms in points of the score, chosen from the example lists of <c>docs/recommender.md</c>.</summary>
/// <remarks>With a collaborative model, <see cref="HybridOptions"/> divides the score between the model and these terms.</remarks>
internal static class ScoreWeights
{
    /// <summary>Points of the full cosine with the profile vector.</summary>
    public const double Content = 80;

    /// <summary>Points of the greatest popularity within the kind.</summary>
    public const double Popularity = 18;

    /// <summary>Points per unit of the rating's difference from the mean of its kind.</summary>
    public const double Rating = 24;

    /// <summary>Points for a director of many titles: a weak sign of renown, and the only one for films without votes.</summary>
    public const double DirectorsWork = 5;

    /// <summary>Points for titles of the same name, another weak sign, since a success is continued or remade.</summary>
    public const double Namesakes = 2;

    /// <summary>Weights of the same terms for a newcomer, for whom nothing else decides.</summary>
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

    /// <summary>Days after which a signal has half its weight; it never falls below <see cref="OldestSignal"/>.</summary>
    public const double HalfLifeDays = 365;
    public const double OldestSignal = 0.25;

    /// <summary>Weight of stated preferences, relative to lists at 1, if the user has both.</summary>
    public const double Explicit = 0.8;

    public const double FavouriteGenre = 0.7;
    public const double GenrePair = 0.5;
    public const double Word = 0.7;

    /// <summary>Points for a title of the same name in a search for similar titles.</summary>
    public const double SimilarNamesake = 10;

    /// <summary>Points that full similarity to an already picked title costs.</summary>
    public const double Diversity = 24;
    public const double SimilarDiversity = 6;
    public const double Rotation = 3;
}
