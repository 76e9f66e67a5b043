using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Filtering;

/// <summary>The facts of a title that rules ask for, in a form that a pass over the whole catalogue can read quickly.</summary>
/// <param name="Kind">Film or series.</param>
/// <param name="Year">0 where unknown.</param>
/// <param name="Vote">The average vote, NaN where unknown.</param>
/// <param name="Runtime">Minutes, 0 where unknown.</param>
/// <param name="Language">Number of the original language in <see cref="Languages"/>, 0 where unknown.</param>
/// <param name="Breaks">The deal-breakers that the title is known to break.</param>
/// <param name="Awarded">Whether its keywords tell of an award.</param>
/// <param name="Genres">Bits of its genres, for likeness between titles.</param>
internal readonly record struct FilterFacts(
    MediaKind Kind, short Year, float Vote, short Runtime, short Language, DealBreakers Breaks, bool Awarded, uint Genres);
