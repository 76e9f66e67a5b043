using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending.Features;
using MovieRec.Engine.Recommending.Filtering;
using MovieRec.Engine.Recommending.Profile;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Scoring;

/// <summary>Terms beside similarity and prior: followed people, eras, languages, runtime and ways of discovery.</summary>
internal sealed class Boosts
{
    private readonly FilterFactTable _facts;
    private readonly TitleStatistics[] _standings;
    private readonly HashSet<short> _languages;
    private readonly List<(int First, int Last)> _eras = [];
    private readonly RuntimePreference? _runtime;
    private readonly string? _international;
    private readonly int _thisYear;

    public Boosts(TastePreferences preferences, FilterFactTable facts, TitleStatistics[] standings, FeatureSpace space, DateTimeOffset now)
    {
        (_facts, _standings, _runtime, _thisYear) = (facts, standings, preferences.Runtime, now.Year);
        _languages = facts.Languages.GetNumbers(preferences.Languages);
        _international = preferences.InternationalContent is { } openness ? Folding.FoldTight(openness) : null;
        Discovery = preferences.Discovery;
        foreach (var word in StatedPreferences.GetWords(preferences))
        {
            if (!Vocabulary.TryFind(word, out var meaning))
                continue;
            if (meaning.Years is { } years)
                _eras.Add(years);
            Discovery |= meaning.Discovery;
        }
        AddPeople(FeatureField.Director, preferences.Directors, ScoreWeights.Director, space);
        AddPeople(FeatureField.Cast, preferences.Actors, ScoreWeights.Actor, space);
    }

    /// <summary>Points per followed person, by feature.</summary>
    public Dictionary<int, double> People { get; } = [];

    /// <summary>Ways of discovery that the user chose or a word stands for.</summary>
    public Discovery Discovery { get; }

    /// <summary>True if the user has at least one such preference.</summary>
    public bool Any => People.Count > 0 || _eras.Count > 0 || _languages.Count > 0 || _runtime is not null || Discovery != Discovery.None
        || _international is "englishpreferred" or "veryopen";

    public double Sum(int row) => Any ? Era(row) + Language(row) + Runtime(row) + Trending(row) + Gem(row) + Award(row) + Acclaim(row) : 0;

    public double Era(int row)
    {
        var year = _facts[row].Year;
        foreach (var (first, last) in _eras)
        {
            if (year >= first && year <= last)
                return ScoreWeights.Era;
        }
        return 0;
    }

    public double Language(int row)
    {
        var language = _facts[row].Language;
        return language == 0 ? 0
            : _languages.Contains(language) ? ScoreWeights.Language
            : language == Languages.English ? 0
            : _international is "englishpreferred" ? ScoreWeights.EnglishPreferred
            : _international is "veryopen" ? ScoreWeights.OpenToTheWorld
            : 0;
    }

    public double Runtime(int row)
    {
        if (_runtime is not { } wished || GetLength(row) is not { } length)
            return 0;
        return length == wished ? ScoreWeights.Runtime : Math.Abs((int)length - (int)wished) == 2 ? -ScoreWeights.Runtime : 0;
    }

    /// <summary>Returns the length of a title, relative to its kind; null if the runtime is unknown.</summary>
    public RuntimePreference? GetLength(int row)
    {
        ref readonly var facts = ref _facts[row];
        var (shorter, longer) = facts.Kind == MediaKind.Movie ? (100, 130) : (30, 50);
        return facts.Runtime == 0 ? null
            : facts.Runtime <= shorter ? RuntimePreference.Shorter
            : facts.Runtime >= longer ? RuntimePreference.Longer
            : RuntimePreference.Medium;
    }

    /// <summary>Returns points for a title of the last five years, more if it is newer and more popular.</summary>
    public double Trending(int row)
    {
        var age = _thisYear - _facts[row].Year;
        return (Discovery & Discovery.Trending) == Discovery.None || age is < 0 or >= 5
            ? 0
            : ScoreWeights.Discovery * _standings[row].Popularity * (5 - age) / 5;
    }

    /// <summary>Returns points for a rating above the mean of its kind and low popularity; 0 without votes.</summary>
    public double Gem(int row)
    {
        var standing = _standings[row];
        return (Discovery & Discovery.HiddenGems) == Discovery.None || standing.RatingEdge <= 0 || standing.Popularity > 0.6f ? 0
            : ScoreWeights.Discovery * Math.Min(1, 2.5 * standing.RatingEdge);
    }

    /// <summary>Returns points for awards that keywords name.</summary>
    public double Award(int row) =>
        (Discovery & Discovery.AwardWinning) != Discovery.None && _facts[row].Awarded ? ScoreWeights.Discovery : 0;

    /// <summary>Returns points for a rating above the mean of its kind, if the user prefers that.</summary>
    public double Acclaim(int row) => (Discovery & Discovery.WellRated) == Discovery.None || _standings[row].RatingEdge <= 0 ? 0
        : ScoreWeights.Discovery * Math.Min(1, 2.5 * _standings[row].RatingEdge);

    private void AddPeople(FeatureField field, IReadOnlyList<string> names, double points, FeatureSpace space)
    {
        foreach (var name in names.Take(100))
        {
            if (space.TryFind(field, PersonToken.Create(name), out var person))
                People[person] = points;
        }
    }
}
