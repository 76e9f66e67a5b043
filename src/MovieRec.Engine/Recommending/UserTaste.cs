using System.Collections.Frozen;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Everything known of one user.</summary>
public sealed record UserTaste
{
    /// <summary>A user of whom nothing is known.</summary>
    public static UserTaste Unknown { get; } = new();

    /// <summary>What they said.</summary>
    public TastePreferences Preferences { get; init; } = TastePreferences.None;

    /// <summary>What they listed, in any order; titles the catalogue does not have teach nothing.</summary>
    public IReadOnlyList<TasteSignal> Signals { get; init; } = [];

    /// <summary>What they do not want to see again; never recommended.</summary>
    public IReadOnlySet<TitleKey> Dismissed { get; init; } = FrozenSet<TitleKey>.Empty;
}
