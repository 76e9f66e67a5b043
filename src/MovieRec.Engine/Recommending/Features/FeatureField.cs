namespace MovieRec.Engine.Recommending.Features;

/// <summary>The facts of which a title's feature vector is made.</summary>
internal enum FeatureField
{
    Genre,

    /// <summary>Two genres together: a horror comedy is more than horror plus comedy.</summary>
    GenrePair,

    Director,
    Cast,
    Keyword,
    Language,
    Country,
    Decade,
}

/// <summary>Maximum share of each field; the squares sum to 1, so two equal complete titles have the cosine 1.</summary>
internal static class FieldWeights
{
    public const int Count = 8;

    private static readonly float[] s_weights =
        Array.ConvertAll([0.32, 0.14, 0.17, 0.15, 0.09, 0.02, 0.02, 0.09], square => (float)Math.Sqrt(square));

    public static float Get(FeatureField field) => s_weights[(int)field];
}
