using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Filtering;

/// <summary>Rules that a candidate's facts must pass; an unknown fact breaks no rule.</summary>
/// <remarks>Listed, excluded and dismissed titles are blocked by row in <see cref="ScoringBuffers"/>.</remarks>
internal sealed class CandidateFilter
{
    private readonly MediaKind? _kind;
    private readonly float _minRating;
    private readonly float _maxRating;
    private readonly int _firstYear;
    private readonly int _lastYear;
    private readonly DealBreakers _breakers;
    private readonly HashSet<short>? _understood;

    public CandidateFilter(TastePreferences preferences, MediaKind? kind, FilterFactTable facts)
    {
        _kind = kind;
        // Single precision, like the votes: otherwise rounding would reject a vote that equals the bound.
        _minRating = (float)Finite(preferences.MinRating, double.NegativeInfinity);
        _maxRating = (float)Finite(preferences.MaxRating, double.PositiveInfinity);
        _firstYear = preferences.ReleaseYearStart ?? int.MinValue;
        _lastYear = preferences.ReleaseYearEnd ?? int.MaxValue;
        _breakers = preferences.DealBreakers;
        var englishOnly = preferences.InternationalContent is { } word && Folding.FoldTight(word) is "englishonly";
        if (englishOnly || _breakers.HasFlag(DealBreakers.Subtitles))
            _understood = [Languages.English, .. englishOnly ? [] : facts.Languages.GetNumbers(preferences.Languages)];
    }

    public bool Allow(in FilterFacts facts) =>
        (_kind is null || facts.Kind == _kind)
        && (facts.Breaks & _breakers) == DealBreakers.None
        && (facts.Year == 0 || (facts.Year >= _firstYear && facts.Year <= _lastYear))
        && !(facts.Vote < _minRating || facts.Vote > _maxRating)
        && (_understood is null || facts.Language == 0 || _understood.Contains(facts.Language));

    private static double Finite(double? bound, double otherwise) => bound is { } value && double.IsFinite(value) ? value : otherwise;
}
