using System.Collections.Frozen;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>Request for recommendations.</summary>
public sealed record RecommendationQuery
{
    /// <summary>Maximum <see cref="Limit"/>.</summary>
    public const int MaxLimit = 50;

    /// <summary>Kind of titles to recommend; null for both.</summary>
    public MediaKind? Kind { get; init; }

    /// <summary>Number of titles, 1 to <see cref="MaxLimit"/>; other values are clamped.</summary>
    public int Limit { get; init; } = 9;

    /// <summary>Titles to leave out of this list.</summary>
    public IReadOnlySet<TitleKey> Excluded { get; init; } = FrozenSet<TitleKey>.Empty;

    /// <summary>Seed that reorders titles with close scores; the same seed gives the same list.</summary>
    public int Seed { get; init; }

    /// <summary>Title to which similar ones are recommended, regardless of the user's taste; the list is empty if it is unknown.</summary>
    public TitleKey? SimilarTo { get; init; }

    /// <summary>Time of the request; ages of signals and releases are counted from it.</summary>
    public required DateTimeOffset Now { get; init; }
}
