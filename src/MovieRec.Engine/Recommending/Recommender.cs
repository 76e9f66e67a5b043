using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Recommending.Filtering;
using MovieRec.Engine.Recommending.Profile;
using MovieRec.Engine.Recommending.Reasons;
using MovieRec.Engine.Recommending.Reranking;
using MovieRec.Engine.Recommending.Scoring;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Recommender for one catalogue; safe for any number of threads.</summary>
/// <remarks>
/// Builds the user's profile, scores and filters all titles, re-ranks the best for diversity and gives reasons. <c>docs/recommender.md</c>
/// has the formula. Immutable except for pooled buffers, which no two requests share.
/// </remarks>
public sealed class Recommender
{
    private readonly Catalogue _catalogue;
    private readonly FeatureSpace _space;
    private readonly FilterFactTable _facts;
    private readonly NameIndex<int> _names = new();
    private readonly DiversityReranker _diversity;
    private readonly ScoringBuffers.Pool _scratches;
    private readonly CollaborativeScorer? _collaborative;

    /// <summary>Builds the feature vectors of all titles in linear time: about 0.3 s for 12,000 titles in a cold process.</summary>
    /// <param name="catalogue">Titles to recommend from; may be empty.</param>
    /// <param name="model">Weights learnt from users' lists; null recommends by content alone.</param>
    /// <param name="blend">Weights of the mix; null for the defaults.</param>
    public Recommender(Catalogue catalogue, CollaborativeModel? model = null, HybridOptions? blend = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        _space = new FeatureSpace(catalogue);
        _facts = new FilterFactTable(catalogue);
        foreach (var row in catalogue.ByPopularity)
        {
            _names.Add(catalogue[row].Name, row);
            _names.Add(catalogue[row].OriginalName, row);
        }
        _diversity = new DiversityReranker(catalogue, _facts, _space);
        _collaborative = model is null ? null : new CollaborativeScorer(catalogue, model, blend ?? new HybridOptions());
        _scratches = new ScoringBuffers.Pool(catalogue.Count, _space.Count, model is not null);
    }

    /// <summary>Recommends titles to a user, best first; never throws for unusual data.</summary>
    /// <remarks>An empty catalogue gives an empty list.</remarks>
    /// <param name="taste">The user's lists and preferences.</param>
    /// <param name="query">The request.</param>
    public RecommendationList Recommend(UserTaste taste, RecommendationQuery query)
    {
        var ranked = Rank(taste, query);
        // The catalogue's own records; if it has no names of people, neither have the reasons.
        var details = new List<Title>(ranked.Keys.Count);
        foreach (var key in ranked.Keys)
        {
            if (_catalogue.TryFind(key, out var row))
                details.Add(_catalogue[row]);
        }
        return ranked.Explain(details);
    }

    /// <summary>Ranks titles for a user, best first; never throws for unusual data.</summary>
    /// <remarks>Without reasons, which need the names of people and therefore the titles' full records.</remarks>
    /// <param name="taste">The user's lists and preferences.</param>
    /// <param name="query">The request.</param>
    public RankedTitles Rank(UserTaste taste, RecommendationQuery query)
    {
        ArgumentNullException.ThrowIfNull(taste);
        ArgumentNullException.ThrowIfNull(query);
        if (_catalogue.Count == 0 || (query.SimilarTo is { } similar && !_catalogue.TryFind(similar, out _)))
            return RankedTitles.None;
        var scratch = _scratches.Rent();
        var profile = GetProfile(taste, query);
        UserProfile.Build(profile.Sources, _space, scratch);
        Block(taste, query, scratch);
        if (_collaborative?.Score(profile.Sources, profile.SimilarOnly, scratch) is { } mix)
            profile = profile with { Mix = mix, Prior = profile.Prior.Times(mix.Prior) };
        var limit = Math.Clamp(query.Limit, 1, RecommendationQuery.MaxLimit);
        var shortlist = new TopK(Math.Min(_catalogue.Count, 120 + (6 * limit)));
        var count = Score(profile, scratch, shortlist);
        var confidence = profile.Mix?.Confidence ?? 0;
        var strength = profile.SimilarOnly
            ? ScoreWeights.SimilarDiversity
            : Between(ScoreWeights.Diversity, _collaborative?.Blend.Diversity, confidence);
        var room = (int)Between(0, _collaborative?.Blend.Room, confidence);
        var rotation = Between(ScoreWeights.Rotation, _collaborative?.Blend.Rotation, confidence);
        var picks = _diversity.Pick(shortlist.Drain(), limit, query.Seed, rotation, strength, spread: !profile.SimilarOnly, room);
        _scratches.Return(scratch);
        return new RankedTitles(
            picks.ConvertAll(row => _catalogue[row].Key), !profile.IsNewcomer, count, people => Explain(picks, profile, people));
    }

    private List<Recommendation> Explain(List<int> picks, ScoringContext profile, PersonNames people)
    {
        var scratch = _scratches.Rent();
        var items = picks.ConvertAll(new Explanation(_catalogue, _space, _collaborative, profile, people, scratch).Explain);
        _scratches.Return(scratch);
        return items;
    }

    private static double Between(double without, double? with, double confidence) =>
        without + (confidence * ((with ?? without) - without));

    private ScoringContext GetProfile(UserTaste taste, RecommendationQuery query)
    {
        var sources = new List<ProfileTerm>();
        var rules = new CandidateFilter(taste.Preferences, query.Kind, _facts);
        if (query.SimilarTo is { } similar && _catalogue.TryFind(similar, out var row))
        {
            sources.Add(new ProfileTerm
            {
                Kind = ReasonKind.SimilarTitle,
                Row = row,
                Key = similar,
                Text = _catalogue[row].Name,
                Weight = 1,
            });
            var indifferent = new Boosts(TastePreferences.None, _facts, _catalogue.Statistics, _space, query.Now);
            return new ScoringContext(sources, indifferent, rules, Prior.Personal, row, query.Now.Year);
        }
        ListFeedback.AddTo(sources, taste, _catalogue, _names, query.Now);
        StatedPreferences.AddTo(sources, taste.Preferences, _space);
        var boosts = new Boosts(taste.Preferences, _facts, _catalogue.Statistics, _space, query.Now);
        return new ScoringContext(
            sources, boosts, rules, sources.Count == 0 && !boosts.Any ? Prior.Newcomer : Prior.Personal, SimilarRow: null, query.Now.Year);
    }

    private void Block(UserTaste taste, RecommendationQuery query, ScoringBuffers scratch)
    {
        foreach (var signal in taste.Signals)
            Block(signal.Key, scratch);
        foreach (var key in taste.Dismissed)
            Block(key, scratch);
        foreach (var key in query.Excluded)
            Block(key, scratch);
        if (query.SimilarTo is { } similar)
            Block(similar, scratch);
        foreach (var rows in ListFeedback.Named(taste.Preferences, _names))
        {
            foreach (var row in rows)
                scratch.Block(row);
        }
    }

    private void Block(TitleKey key, ScoringBuffers scratch)
    {
        if (_catalogue.TryFind(key, out var row))
            scratch.Block(row);
    }

    /// <summary>Scores every title, offers those that pass the filters to the top-k, and returns their number.</summary>
    private int Score(ScoringContext profile, ScoringBuffers scratch, TopK shortlist)
    {
        var scores = scratch.Scores;
        foreach (var feature in scratch.Touched)
            AddPostings(feature, (float)(profile.Mix is null ? ScoreWeights.Content : 1) * scratch.Taste[feature], scores);
        if (profile.Mix is { } mix)
            AddCollaborative(mix, scratch);
        var namesakes = profile.SimilarRow is { } similar ? _catalogue.Franchises[similar] : -1;
        // A search for similar titles has no followed people, because the sum so far must be similarity alone.
        foreach (var (person, points) in profile.Boosts.People)
        {
            foreach (var row in _space.Having(person).Ids)
                scores[row] += (float)points;
        }
        var allowed = 0;
        for (var row = 0; row < scores.Length; row++)
        {
            if (scratch.Blocked[row] || !profile.Rules.Allow(in _facts[row]) || (profile.SimilarOnly && scores[row] <= 0))
                continue;
            allowed++;
            var prior = profile.Prior.Sum(in _catalogue.Statistics[row], _facts[row].Year, profile.ThisYear);
            if (_catalogue.Franchises[row] == namesakes)
                prior += ScoreWeights.SimilarNamesake;
            shortlist.Offer(row, scores[row] + (float)(prior + profile.Boosts.Sum(row)));
        }
        return allowed;
    }

    // Expects scores that are the cosine alone; scales them and adds the collaborative points.
    private void AddCollaborative(HybridWeights mix, ScoringBuffers scratch)
    {
        var (scores, collaborative) = (scratch.Scores, scratch.Collaborative);
        var (few, many) = ((float)mix.Content(_collaborative!.Blend, 1), (float)mix.Content(_collaborative.Blend, 0));
        var scale = (float)mix.Scale;
        for (var row = 0; row < scores.Length; row++)
            scores[row] = (scores[row] * (many + ((few - many) * _collaborative.Coldness(row)))) + (scale * collaborative[row]);
    }

    private void AddPostings(int feature, float weight, float[] scores)
    {
        if (weight == 0)
            return;
        var (rows, values) = _space.Having(feature);
        for (var i = 0; i < rows.Length; i++)
            scores[rows[i]] += weight * values[i];
    }
}
