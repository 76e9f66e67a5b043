using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Recommending.Profile;
using MovieRec.Engine.Recommending.Scoring;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Reasons;

/// <summary>Decomposition of a recommended title's score into terms, in double precision and in words.</summary>
/// <remarks>The score is the sum of these terms: the cosine and collaborative weights per profile term, then prior and boosts.</remarks>
internal sealed class Explanation(
    Catalogue catalogue, FeatureSpace space, CollaborativeScorer? collaborative, ScoringContext profile, PersonNames people,
    ScoringBuffers scratch)
{
    private const int MostContributions = 8;
    private const int MostTitles = 3;

    public Recommendation Explain(int row)
    {
        var title = catalogue[row];
        var parts = GetParts(row, title);
        ScoreTerm.Fit(parts);
        parts.Sort((a, b) => Math.Abs(b.Points).CompareTo(Math.Abs(a.Points)));
        var words = new ReasonWriter(catalogue, space, people, row);
        var contributions = Contributions(parts, words);
        // A rounding error may move the sum just outside the bounds; clamping it changes the total by no more than that.
        var score = Math.Clamp(contributions.Sum(contribution => contribution.Points), 0, 100);
        return new Recommendation(row, title.Key, score, words.Sentence(parts), contributions);
    }

    private List<ScoreTerm> GetParts(int row, Title title)
    {
        var parts = new List<ScoreTerm>(profile.Sources.Count + 16);
        AddTaste(parts, row);
        AddPeople(parts, row);
        if (profile.Mix is { } mix)
            Add(parts, ReasonKind.Popularity, mix.Scale * collaborative!.Popularity(row, mix.Popularity), "On many people's lists here");
        ref readonly var standing = ref catalogue.Statistics[row];
        Add(parts, ReasonKind.Popularity, profile.Prior.Popularity(in standing), ReasonPhrases.Popularity(standing, title.Key.Kind));
        if (profile.Prior.Rating(in standing) is var rating and not 0)
            Add(parts, ReasonKind.Rating, rating, ReasonPhrases.Rating(title));
        Add(parts, ReasonKind.Popularity, profile.Prior.Director(in standing), "From a director of several titles here");
        if (profile.Prior.Fresh(title.Year ?? 0, profile.ThisYear) is var fresh and not 0)
            Add(parts, ReasonKind.Popularity, fresh, $"Released in {title.Year}");
        Add(parts, ReasonKind.Popularity, profile.Prior.Namesakes(in standing), "Shares its name with other titles here");
        if (profile.SimilarRow is { } similar && catalogue.Franchises[similar] == catalogue.Franchises[row])
            Add(parts, ReasonKind.SimilarTitle, ScoreWeights.SimilarNamesake, $"Shares its name with {catalogue[similar].Name}");
        if (profile.Boosts is not { Any: true } boosts)
            return parts;
        if (boosts.Era(row) is var era and not 0)
            Add(parts, ReasonKind.Era, era, ReasonPhrases.Era(title));
        if (boosts.Language(row) is var language and not 0)
            Add(parts, ReasonKind.Language, language, ReasonPhrases.Language(title, language));
        if (boosts.Runtime(row) is var runtime and not 0)
            Add(parts, ReasonKind.Runtime, runtime, ReasonPhrases.Runtime(boosts.GetLength(row), runtime > 0));
        Add(parts, ReasonKind.Discovery, boosts.Trending(row), "Recent and popular");
        Add(parts, ReasonKind.Discovery, boosts.Gem(row), "Well rated and little known");
        Add(parts, ReasonKind.Discovery, boosts.Award(row), "Award-winning");
        Add(parts, ReasonKind.Discovery, boosts.Acclaim(row), "Rated above the average of its kind");
        return parts;
    }

    private void AddTaste(List<ScoreTerm> parts, int row)
    {
        var (ids, values) = space.GetRow(row);
        for (var i = 0; i < ids.Length; i++)
            scratch.Candidate[ids[i]] = values[i];
        var content = profile.Mix?.Content(collaborative!.Blend, collaborative.Coldness(row)) ?? ScoreWeights.Content;
        foreach (var source in profile.Sources)
        {
            var likeness = content * source.Weight * Likeness(source);
            var together = (profile.Mix?.Scale ?? 0) * (collaborative?.Weight(source, row) ?? 0);
            if (likeness + together is var points and not 0)
                parts.Add(new ScoreTerm(source.Kind, points, source, source.Text) { Together = together });
        }
        foreach (var id in ids)
            scratch.Candidate[id] = 0;
    }

    private double Likeness(ProfileTerm source)
    {
        var sum = 0.0;
        if (source.Row >= 0)
        {
            var (ids, values) = space.GetRow(source.Row);
            for (var i = 0; i < ids.Length; i++)
                sum += values[i] * scratch.Candidate[ids[i]];
        }
        foreach (var (feature, value) in source.Said)
            sum += value * FieldWeights.Get(space[feature].Field) * scratch.Candidate[feature];
        return sum;
    }

    private void AddPeople(List<ScoreTerm> parts, int row)
    {
        foreach (var feature in space.GetRow(row).Ids)
        {
            if (!profile.Boosts.People.TryGetValue(feature, out var points))
                continue;
            var role = space[feature].Field == FeatureField.Director ? "Directed by" : "With";
            Add(parts, ReasonKind.Person, points,
                $"{role} {(people.Find(space[feature], catalogue[row].Key) is { } name ? $"{name}," : "a person")} whom you follow");
        }
    }

    private static void Add(List<ScoreTerm> parts, ReasonKind kind, double points, string text, ProfileTerm? source = null)
    {
        if (points != 0)
            parts.Add(new ScoreTerm(kind, points, source, text));
    }

    // Returns the largest terms first. The others are summed up in one whose words name them.
    private static Contribution[] Contributions(List<ScoreTerm> parts, ReasonWriter words)
    {
        var shown = new List<ScoreTerm>(MostContributions);
        var rest = new List<ScoreTerm>(parts.Count);
        var titles = 0;
        foreach (var part in parts)
        {
            var room = shown.Count < MostContributions - 1 && (!part.IsTitle || titles < MostTitles);
            titles += part.IsTitle && room ? 1 : 0;
            (room ? shown : rest).Add(part);
        }
        if (rest.Count == 1)
        {
            shown.Add(rest[0]);
            rest.Clear();
        }
        var contributions = shown.ConvertAll(part => new Contribution(part.Kind, words.Write(part), part.Because, part.Points));
        if (rest.Count > 0)
            contributions.Add(new Contribution(ReasonKind.Other, ReasonPhrases.Rest(rest), null, rest.Sum(part => part.Points)));
        contributions.Sort((a, b) => Math.Abs(b.Points).CompareTo(Math.Abs(a.Points)));
        return [.. contributions];
    }
}
