using System.Collections.Frozen;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Lists, dismissals and preferences of one user.</summary>
public sealed record UserTaste
{
    /// <summary>Taste of a user without lists or preferences.</summary>
    public static UserTaste Unknown { get; } = new();

    /// <summary>Stated preferences.</summary>
    public TastePreferences Preferences { get; init; } = TastePreferences.None;

    /// <summary>Titles on the user's lists, in any order; titles that the catalogue lacks have no effect.</summary>
    public IReadOnlyList<TasteSignal> Signals { get; init; } = [];

    /// <summary>Dismissed titles; never recommended.</summary>
    public IReadOnlySet<TitleKey> Dismissed { get; init; } = FrozenSet<TitleKey>.Empty;
}
