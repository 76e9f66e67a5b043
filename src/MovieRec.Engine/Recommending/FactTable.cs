using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>The <see cref="TitleFacts"/> of every title of a catalogue.</summary>
internal sealed class FactTable
{
    private static readonly int[] s_genreBits = [.. Genres.All.Order()];
    private readonly TitleFacts[] _facts;

    public FactTable(Catalogue catalogue)
    {
        _facts = new TitleFacts[catalogue.Count];
        for (var row = 0; row < _facts.Length; row++)
            _facts[row] = Of(catalogue[row]);
    }

    public LanguageTable Languages { get; } = new();

    public ref readonly TitleFacts this[int row] => ref _facts[row];

    private TitleFacts Of(Title title) => new(
        title.Key.Kind,
        title.Year is { } year and > 0 and < 3000 ? (short)year : (short)0,
        (float)(Standing.VoteOf(title) ?? double.NaN),
        title.RuntimeMinutes is { } minutes and > 0 ? (short)Math.Min(minutes, short.MaxValue) : (short)0,
        Languages.NumberOf(title.OriginalLanguage),
        Decency.BreaksOf(title),
        title.Keywords.Any(keyword => Folding.WordsOf(keyword).Any(word => word is "oscar" or "oscars" or "award" or "palme" or "emmy")),
        BitsOf(title));

    private static uint BitsOf(Title title)
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
