using System.Runtime.InteropServices;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Catalogues;

namespace MovieRec.Engine.Recommending.Features;

/// <summary>
/// The sparse feature vectors of all titles, by row (what has this title) and by feature (which titles have this). The value of a
/// feature is <c>field weight * strength * idf / max(block norm, usual block norm of the field)</c>: each field is normalised for
/// itself, a missing field contributes nothing and takes nothing from the others, and a title that is merely "drama" does not get
/// a full block for it. Length of every vector at most 1.
/// </summary>
internal sealed class FeatureSpace
{
    private readonly Dictionary<string, int>[] _numbers =
        Array.ConvertAll(new int[FieldWeights.Count], _ => new Dictionary<string, int>(StringComparer.Ordinal));
    private readonly List<Feature> _features = [];
    private readonly FeatureField[] _fields;
    private readonly SparseRows _titles;
    private readonly SparseRows _postings;

    public FeatureSpace(Catalogue catalogue)
    {
        var reader = new TitleFeatures();
        var builder = new SparseRows.Builder(catalogue.Count, catalogue.Count * 32);
        for (var row = 0; row < catalogue.Count; row++)
        {
            foreach (var feature in reader.Extract(catalogue[row]))
                builder.Add(GetNumber(feature), feature.Strength);
            builder.EndRow();
        }
        _titles = builder.Build();
        // Asked for every value of every title, where following a reference each time would be most of the work.
        _fields = [.. _features.ConvertAll(feature => feature.Field)];
        FeatureWeighting.Apply(_titles, _fields, catalogue.Count);
        _postings = _titles.Transpose(_features.Count);
    }

    /// <summary>Number of features; their numbers run from 0.</summary>
    public int Count => _features.Count;

    public Feature this[int feature] => _features[feature];

    /// <summary>Which fact a feature is of.</summary>
    public FeatureField GetField(int feature) => _fields[feature];

    /// <summary>The features of a title and their values.</summary>
    public SparseRow GetRow(int row) => _titles[row];

    /// <summary>The rows that have a feature and its values there.</summary>
    public SparseRow Having(int feature) => _postings[feature];

    public bool TryFind(FeatureField field, string name, out int feature) => _numbers[(int)field].TryGetValue(name, out feature);

    private int GetNumber(RawFeature raw)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers[(int)raw.Field], raw.Name, out var known);
        if (!known)
        {
            number = _features.Count;
            _features.Add(new Feature(raw.Field, raw.Name, raw.Spelling));
        }
        return number;
    }
}

/// <summary>One dimension of the space.</summary>
/// <param name="Field">Which fact.</param>
/// <param name="Name">Unique within the field.</param>
/// <param name="Spelling">As it was first written, for people to read.</param>
internal sealed record Feature(FeatureField Field, string Name, string Spelling);
