using System.Collections.Frozen;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Everything known of one user.</summary>
public sealed record UserTaste
{
    /// <summary>A user without lists or preferences.</summary>
    public static UserTaste Unknown { get; } = new();

    /// <summary>Stated preferences.</summary>
    public TastePreferences Preferences { get; init; } = TastePreferences.None;

    /// <summary>Listed titles, in any order; those that the catalogue lacks have no effect.</summary>
    public IReadOnlyList<TasteSignal> Signals { get; init; } = [];

    /// <summary>Dismissed titles; never recommended.</summary>
    public IReadOnlySet<TitleKey> Dismissed { get; init; } = FrozenSet<TitleKey>.Empty;
}
