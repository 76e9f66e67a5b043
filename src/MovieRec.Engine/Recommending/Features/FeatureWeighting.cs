using MovieRec.Engine.Binary;

namespace MovieRec.Engine.Recommending.Features;

/// <summary>In-place conversion of feature strengths to the values of <see cref="FeatureSpace"/>.</summary>
internal static class FeatureWeighting
{
    public static void Apply(SparseRows titles, FeatureField[] fields, int count)
    {
        var idf = Idf(titles, fields.Length, count);
        var norms = new float[count * FieldWeights.Count];
        var (sums, present) = (new double[FieldWeights.Count], new int[FieldWeights.Count]);
        for (var row = 0; row < count; row++)
        {
            var (ids, values) = titles[row];
            var squares = norms.AsSpan(row * FieldWeights.Count, FieldWeights.Count);
            for (var i = 0; i < ids.Length; i++)
                squares[(int)fields[ids[i]]] += Square(values[i] *= idf[ids[i]]);
            for (var field = 0; field < squares.Length; field++)
            {
                if (squares[field] <= 0)
                    continue;
                sums[field] += squares[field] = MathF.Sqrt(squares[field]);
                present[field]++;
            }
        }
        // Most titles are English and American, so sharing that says little. Their usual norm is low, and a minimum keeps the values small.
        var rare = Math.Log(1 + count) / 2;
        var usual = new float[FieldWeights.Count];
        for (var field = 0; field < usual.Length; field++)
        {
            var mean = present[field] == 0 ? 1 : sums[field] / present[field];
            usual[field] = (float)((FeatureField)field is FeatureField.Language or FeatureField.Country ? Math.Max(mean, rare) : mean);
        }
        Scale(titles, fields, norms, usual);
    }

    private static void Scale(SparseRows titles, FeatureField[] fields, float[] norms, float[] usual)
    {
        for (var row = 0; row < titles.Count; row++)
        {
            var (ids, values) = titles[row];
            for (var i = 0; i < ids.Length; i++)
            {
                var field = (int)fields[ids[i]];
                values[i] *= FieldWeights.Get((FeatureField)field) / Math.Max(
                    Math.Max(norms[(row * FieldWeights.Count) + field], usual[field]), 1e-6f);
            }
        }
    }

    private static float[] Idf(SparseRows titles, int features, int count)
    {
        var having = new int[features];
        for (var row = 0; row < titles.Count; row++)
        {
            foreach (var id in titles[row].Ids)
                having[id]++;
        }
        return Array.ConvertAll(having, titlesWithIt => (float)Math.Log((1.0 + count) / titlesWithIt));
    }

    private static float Square(float value) => value * value;
}
