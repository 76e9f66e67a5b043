using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Recommending.Profile;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>Collaborative model applied to the rows of a catalogue.</summary>
internal sealed class CollaborativeScorer
{
    private readonly CollaborativeModel _model;
    private readonly HybridOptions _blend;
    private readonly int[] _items;
    private readonly int[] _rows;
    private readonly float[] _shares;
    private readonly float[] _popularity;
    private readonly float[] _factors;
    private readonly float[] _coldness;

    public CollaborativeScorer(Catalogue catalogue, CollaborativeModel model, HybridOptions blend)
    {
        (_model, _blend) = (model, blend);
        (_items, _rows) = (new int[catalogue.Count], new int[model.ItemCount]);
        (_shares, _factors, _coldness) = (new float[catalogue.Count], new float[catalogue.Count], new float[catalogue.Count]);
        _popularity = new float[catalogue.Count];
        Array.Fill(_rows, -1);
        Array.Fill(_items, -1);
        for (var item = 0; item < _rows.Length; item++)
        {
            // Lists may contain a title by two keys. The key with more users counts; if they have equally many, the title's own key.
            if (!catalogue.TryFind(model.GetKey(item), out var row)
                || (_items[row] >= 0 && !IsBetter(item, _items[row], catalogue[row].Key)))
            {
                continue;
            }
            if (_items[row] >= 0)
                _rows[_items[row]] = -1;
            (_items[row], _rows[item]) = (item, row);
        }
        for (var row = 0; row < _items.Length; row++)
        {
            var users = _items[row] < 0 ? 0 : model.GetUsers(_items[row]);
            _shares[row] = (float)(users / (model.UserCount + blend.Doubt));
            _popularity[row] = (float)Math.Pow(_shares[row], blend.PopularityPower);
            _factors[row] = (float)Math.Pow(Math.Max(_shares[row], blend.DiscountFloor), -blend.Discount);
            _coldness[row] = (float)(blend.ColdUsers / (blend.ColdUsers + users));
        }
    }

    public HybridOptions Blend => _blend;

    /// <summary>Returns 1 for a title that no user has; approaches 0 with the number of its users.</summary>
    public float Coldness(int row) => _coldness[row];

    /// <summary>Returns the popularity term of a title, from its share of users, before scaling.</summary>
    public double Popularity(int row, double weight) => weight * _popularity[row];

    /// <summary>Returns the weight from a profile term to a row, before scaling.</summary>
    public double Weight(ProfileTerm source, int row)
    {
        if (source.Row < 0 || _items[source.Row] < 0 || _items[row] < 0)
            return 0;
        var at = _model.GetTargets(_items[source.Row]).BinarySearch(_items[row]);
        return at < 0 ? 0 : (float)_model.GetWeights(_items[source.Row])[at] * _factors[row];
    }

    private bool IsBetter(int item, int known, TitleKey key) => _model.GetUsers(item) != _model.GetUsers(known)
        ? _model.GetUsers(item) > _model.GetUsers(known)
        : _model.GetKey(item) == key;

    /// <summary>Sums the weights into <see cref="ScoringBuffers.Collaborative"/> and returns their scaling.</summary>
    /// <param name="sources">Terms of the profile.</param>
    /// <param name="similar">True in a search for similar titles: popularity does not count, and one weight already means much.</param>
    /// <param name="scratch">Buffers that receive the sums.</param>
    public HybridWeights Score(List<ProfileTerm> sources, bool similar, ScoringBuffers scratch)
    {
        var sums = scratch.Collaborative;
        var titles = 0;
        foreach (var source in sources)
        {
            if (source.Row < 0 || _items[source.Row] < 0)
                continue;
            titles++;
            var targets = _model.GetTargets(_items[source.Row]);
            var weights = _model.GetWeights(_items[source.Row]);
            for (var i = 0; i < targets.Length; i++)
            {
                if (_rows[targets[i]] is var row and >= 0)
                    sums[row] += (float)weights[i];
            }
        }
        var said = sources.Exists(source => source.Row < 0);
        var popularity = similar ? 0 : _blend.Popularity / (1 + (titles / _blend.PopularityFade)) * (said ? _blend.SaidPopularity : 1);
        var most = 0f;
        for (var row = 0; row < sums.Length; row++)
        {
            sums[row] *= _factors[row];
            if (scratch.Blocked[row])
                continue;
            sums[row] += (float)Popularity(row, popularity);
            most = Math.Max(most, sums[row]);
        }
        var full = similar ? _blend.FullSum / 5 : _blend.FullSum;
        var trust = _model.UserCount / (_model.UserCount + _blend.Trust);
        var faded = similar || said ? 1 : titles / (titles + _blend.ContentFade);
        // If the user has no titles, the model adds only general popularity.
        return new HybridWeights(_blend.Collaborative * trust / Math.Max(most, full), popularity, titles == 0 ? 0 : trust, faded)
        {
            Prior = titles > 0 ? 1 - trust : sources.Count == 0 ? 1 - (trust * (1 - _blend.NewcomerPrior)) : 1,
        };
    }
}

/// <summary>Scaling of collaborative sums to points for one request.</summary>
/// <param name="Scale">Points for a sum of 1.</param>
/// <param name="Popularity">Weight of a title's share of users.</param>
/// <param name="Confidence">0 if the model knows none of the user's titles, up to 1 if it is fully trusted.</param>
/// <param name="Faded">Remaining factor on content if the user's titles are few.</param>
internal readonly record struct HybridWeights(double Scale, double Popularity, double Confidence, double Faded)
{
    /// <summary>Returns the points of the full content cosine for a title.</summary>
    public double Content(HybridOptions blend, double coldness) =>
        (Confidence * Faded * (blend.Content + ((blend.ColdContent - blend.Content) * coldness)))
            + ((1 - Confidence) * ScoreWeights.Content);

    /// <summary>Remaining factor on the catalogue's prior.</summary>
    public double Prior { get; init; }
}
