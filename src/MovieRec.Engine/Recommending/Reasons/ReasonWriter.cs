using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Recommending.Scoring;

namespace MovieRec.Engine.Recommending.Reasons;

/// <summary>Writer of English text for the terms of one title's score.</summary>
internal sealed class ReasonWriter(Catalogue catalogue, FeatureSpace space, PersonNames people, int row)
{
    private const int MostShared = 3;

    /// <summary>Minimum share of the similarity for a shared feature to be named.</summary>
    private const double LeastShare = 0.12;

    /// <summary>Minimum points for a personal term to be the reason, even if popularity has more.</summary>
    private const double Personal = 3;

    private readonly Dictionary<int, string[]> _words = new(16);
    private readonly Dictionary<string, double> _shares = new(16, StringComparer.Ordinal);

    /// <summary>Returns the fragment for one term.</summary>
    public string Write(ScoreTerm part) => !part.IsTitle ? part.Text
        : IsTogether([part]) ? $"Often on one list with {part.Source!.Text}"
        : part.Points < 0 ? $"Seldom on one list with {part.Source!.Text}"
        : $"Like {part.Source!.Text}{Shared([part])}";

    /// <summary>Returns the reason: the largest personal term, or the largest term if none is personal enough.</summary>
    /// <param name="parts">Terms, largest first.</param>
    public string Sentence(List<ScoreTerm> parts)
    {
        var titles = parts.FindAll(part => part.IsTitle && part.Points > 0);
        var likeness = titles.Sum(part => part.Points);
        var said =
            parts.FirstOrDefault(part => part is { Points: > 0, Kind: not (ReasonKind.Popularity or ReasonKind.Rating), IsTitle: false });
        var person = parts.FirstOrDefault(part => part.Kind == ReasonKind.Person);
        var genres = parts.Where(part => part is { Kind: ReasonKind.Genre, Points: > 0 }).Sum(part => part.Points);
        if (likeness >= Personal && likeness >= Math.Max(said.Points, genres))
        {
            return person.Points > 0
                ? $"{Because(titles)}; {char.ToLowerInvariant(person.Text[0])}{person.Text.AsSpan(1)}"
                : Because(titles);
        }
        if (said.Points >= Personal)
            return said.Text;
        return parts.Find(part => part.Points > 0) is { Points: > 0 } lead
            ? lead.IsTitle
            ? Because(titles)
            : lead.Text
            : "Nothing speaks for it but that it is here";
    }

    private string Because(List<ScoreTerm> titles)
    {
        var named = titles.Where(part => part.Kind == titles[0].Kind && part.Points >= titles[0].Points / 2).Take(2).ToList();
        var names = ReasonPhrases.Join(named.ConvertAll(part => part.Source!.Text));
        return titles[0].Kind switch
        {
            ReasonKind.SimilarTitle => $"Like {names}",
            ReasonKind.WatchlistTitle => $"Because {names} {(named.Count == 1 ? "is" : "are")} on your watchlist",
            _ => $"Because you liked {names}",
        } + (IsTogether(named) ? "" : Shared(named));
    }

    // True if most of the points come from other users' lists; shared features are then not the reason.
    private static bool IsTogether(List<ScoreTerm> parts) =>
        parts.Sum(part => part.Points) is > 0 and var points && parts.Sum(part => part.Together) > points / 2;

    // Names the features that make up most of the similarity to these titles: ": science fiction, directed by Ridley Scott".
    private string Shared(List<ScoreTerm> titles)
    {
        _shares.Clear();
        foreach (var part in titles)
            AddShares(part.Source!.Row);
        var all = _shares.Values.Sum();
        var named = _shares.Where(share => share.Value >= LeastShare * all).OrderByDescending(share => share.Value).Take(MostShared)
            .ToList();
        return named.Count == 0 ? "" : $": {string.Join(", ", named.ConvertAll(share => share.Key))}";
    }

    private void AddShares(int other)
    {
        var (ids, values) = space.GetRow(row);
        var (otherIds, otherValues) = space.GetRow(other);
        for (var i = 0; i < ids.Length; i++)
        {
            if (otherIds.IndexOf(ids[i]) is not (var at and >= 0))
                continue;
            // A year also counts for a neighbouring decade. That adds similarity, but "from the 1980s" would be true of one title only.
            if (space[ids[i]].Field == FeatureField.Decade && catalogue[row].Year / 10 != catalogue[other].Year / 10)
                continue;
            if (!_words.TryGetValue(ids[i], out var words))
                _words[ids[i]] = words = FeatureNames.GetNames(space[ids[i]], catalogue[row], people);
            foreach (var word in words)
                _shares[word] = _shares.GetValueOrDefault(word) + (values[i] * otherValues[at] / words.Length);
        }
    }
}
