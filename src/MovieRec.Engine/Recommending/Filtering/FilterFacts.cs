using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Filtering;

/// <summary>Facts of a title for filtering, compact because every request reads them for the whole catalogue.</summary>
/// <param name="Kind">Film or series.</param>
/// <param name="Year">Year of release; 0 if unknown.</param>
/// <param name="Vote">The average vote; NaN if unknown.</param>
/// <param name="Runtime">Minutes; 0 if unknown.</param>
/// <param name="Language">Number of the original language in <see cref="Languages"/>; 0 if unknown.</param>
/// <param name="Breaks">The deal-breakers that the title is known to have.</param>
/// <param name="Awarded">True if a keyword names an award.</param>
/// <param name="Genres">Bits of its genres, for similarity between titles.</param>
internal readonly record struct FilterFacts(
    MediaKind Kind, short Year, float Vote, short Runtime, short Language, DealBreakers Breaks, bool Awarded, uint Genres);
