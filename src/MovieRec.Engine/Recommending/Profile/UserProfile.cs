using MovieRec.Engine.Recommending.Features;

namespace MovieRec.Engine.Recommending.Profile;

/// <summary>Conversion of profile terms to the profile vector, of length 1 or less.</summary>
/// <remarks>
/// The titles' weighted sum is scaled to length 1, the stated preferences' to at most <see cref="ScoreWeights.Explicit"/> (1 without
/// titles), and the sum of both down to length 1. A weak opinion stays weak: a vector shorter than 1 is not stretched.
/// </remarks>
internal static class UserProfile
{
    /// <summary>Writes the vector to <see cref="ScoringBuffers.Taste"/> and sets the terms' weights to their factors in it.</summary>
    public static void Build(List<ProfileTerm> sources, FeatureSpace space, ScoringBuffers scratch)
    {
        var titles = Scale(sources.FindAll(source => source.Row >= 0), _ => 1, space, scratch);
        var most = titles == 0 ? 1 : ScoreWeights.Explicit;
        _ = Scale(sources.FindAll(source => source.Row < 0), length => most * Math.Min(1, length), space, scratch);
        Sum(sources, space, scratch, 1);
        var whole = Math.Max(1, Length(scratch));
        foreach (var source in sources)
            source.Weight = (float)(source.Weight / whole);
        foreach (var feature in scratch.Touched)
            scratch.Taste[feature] = (float)(scratch.Taste[feature] / whole);
    }

    // Scales the sum of some terms to a length; the buffer is empty before and after.
    private static double Scale(List<ProfileTerm> sources, Func<double, double> lengthOf, FeatureSpace space, ScoringBuffers scratch)
    {
        Sum(sources, space, scratch, 1);
        var length = Length(scratch);
        Sum(sources, space, scratch, 0);
        foreach (var source in sources)
            source.Weight = length < 1e-6 ? 0 : (float)(source.Weight * lengthOf(length) / length);
        return length;
    }

    // Sign 0 sets every feature of these terms to zero exactly, which subtracting floats could not guarantee.
    private static void Sum(List<ProfileTerm> sources, FeatureSpace space, ScoringBuffers scratch, int sign)
    {
        foreach (var source in sources)
        {
            if (source.Row >= 0)
            {
                var (ids, values) = space.GetRow(source.Row);
                for (var i = 0; i < ids.Length; i++)
                    Put(ids[i], values[i] * source.Weight);
            }
            foreach (var (feature, value) in source.Said)
                Put(feature, value * source.Weight * FieldWeights.Get(space[feature].Field));
        }

        void Put(int feature, float value)
        {
            if (sign == 0)
                scratch.Taste[feature] = 0;
            else
                scratch.AddToTaste(feature, value);
        }
    }

    private static double Length(ScoringBuffers scratch)
    {
        var squares = 0.0;
        foreach (var feature in scratch.Touched)
            squares += (double)scratch.Taste[feature] * scratch.Taste[feature];
        return Math.Sqrt(squares);
    }
}
