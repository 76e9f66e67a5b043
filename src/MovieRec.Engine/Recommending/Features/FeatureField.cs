namespace MovieRec.Engine.Recommending.Features;

/// <summary>Kinds of facts in a title's feature vector.</summary>
internal enum FeatureField
{
    Genre,

    /// <summary>Two genres of one title: a horror comedy is more than horror plus comedy.</summary>
    GenrePair,

    Director,
    Cast,
    Keyword,
    Language,
    Country,
    Decade,
}

/// <summary>Maximum weight of each field; the squares sum to 1, so two identical titles with all fields have cosine 1.</summary>
internal static class FieldWeights
{
    public const int Count = 8;

    private static readonly float[] s_weights =
        Array.ConvertAll([0.32, 0.14, 0.17, 0.15, 0.09, 0.02, 0.02, 0.09], square => (float)Math.Sqrt(square));

    public static float Get(FeatureField field) => s_weights[(int)field];
}
