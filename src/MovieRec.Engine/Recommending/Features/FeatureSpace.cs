using System.Runtime.InteropServices;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Catalogues;

namespace MovieRec.Engine.Recommending.Features;

/// <summary>Sparse feature vectors of all titles, with an inverted index by feature.</summary>
/// <remarks>
/// The value of a feature is <c>field weight * strength * idf / max(block norm, usual block norm of the field)</c>. Each field is
/// normalised by itself, and a missing field contributes nothing and takes nothing from the others. With the usual norm as the minimum, a
/// title with only common features, such as "drama" alone, does not get a full block. The length of every vector is at most 1.
/// </remarks>
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
        // Copied to an array: read for every value of every title, so an indirection per value would dominate the time.
        _fields = [.. _features.ConvertAll(feature => feature.Field)];
        FeatureWeighting.Apply(_titles, _fields, catalogue.Count);
        _postings = _titles.Transpose(_features.Count);
    }

    /// <summary>Number of features; their numbers run from 0.</summary>
    public int Count => _features.Count;

    public Feature this[int feature] => _features[feature];

    /// <summary>Returns the field of a feature.</summary>
    public FeatureField GetField(int feature) => _fields[feature];

    /// <summary>Returns the features of a title and their values.</summary>
    public SparseRow GetRow(int row) => _titles[row];

    /// <summary>Returns the rows that have a feature, with its value in each.</summary>
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

/// <summary>Dimension of the feature space.</summary>
/// <param name="Field">Kind of fact.</param>
/// <param name="Name">Unique within the field.</param>
/// <param name="Spelling">First spelling that was read, for display.</param>
internal sealed record Feature(FeatureField Field, string Name, string Spelling);
