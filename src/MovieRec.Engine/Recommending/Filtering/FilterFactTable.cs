using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Filtering;

/// <summary>The <see cref="FilterFacts"/> of every title of a catalogue.</summary>
internal sealed class FilterFactTable
{
    private static readonly int[] s_genreBits = [.. Genres.All.Order()];
    private readonly FilterFacts[] _facts;
    private readonly Dictionary<string, (DealBreakers Breaks, bool Awarded)> _keywords = new(StringComparer.Ordinal);

    public FilterFactTable(Catalogue catalogue)
    {
        _facts = new FilterFacts[catalogue.Count];
        for (var row = 0; row < _facts.Length; row++)
            _facts[row] = Create(catalogue[row]);
        // Frees memory: needed only while the table is built, and as large as the catalogue's vocabulary.
        _keywords = [];
    }

    public Languages Languages { get; } = new();

    public ref readonly FilterFacts this[int row] => ref _facts[row];

    private FilterFacts Create(Title title)
    {
        var (breaks, awarded) = (ContentAdvisory.BreaksButKeywords(title), false);
        for (var i = 0; i < title.Keywords.Count; i++)
        {
            var told = Told(title.Keywords[i]);
            (breaks, awarded) = (breaks | told.Breaks, awarded | told.Awarded);
        }
        return Create(title, breaks, awarded);
    }

    private (DealBreakers Breaks, bool Awarded) Told(string keyword)
    {
        if (!_keywords.TryGetValue(keyword, out var told))
        {
            var awarded = Folding.GetWords(keyword).Exists(word => word is "oscar" or "oscars" or "award" or "palme" or "emmy");
            _keywords[keyword] = told = (ContentAdvisory.GetBreaks(keyword), awarded);
        }
        return told;
    }

    private FilterFacts Create(Title title, DealBreakers breaks, bool awarded) => new(
        title.Key.Kind,
        title.Year is { } year and > 0 and < 3000 ? (short)year : (short)0,
        (float)(TitleStatistics.GetVote(title) ?? double.NaN),
        title.RuntimeMinutes is { } minutes and > 0 ? (short)Math.Min(minutes, short.MaxValue) : (short)0,
        Languages.GetNumber(title.OriginalLanguage),
        breaks,
        awarded,
        GetBits(title));

    private static uint GetBits(Title title)
    {
        var bits = 0u;
        foreach (var genre in title.GenreIds)
        {
            if (Array.BinarySearch(s_genreBits, genre) is var bit and >= 0)
                bits |= 1u << bit;
        }
        return bits;
    }
}
