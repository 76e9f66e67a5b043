using System.Collections.Frozen;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending;

/// <summary>One request for recommendations.</summary>
public sealed record RecommendationQuery
{
    /// <summary>The greatest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 50;

    /// <summary>Only this kind, or both.</summary>
    public MediaKind? Kind { get; init; }

    /// <summary>Number of titles, 1 to <see cref="MaxLimit"/>; other values are clamped.</summary>
    public int Limit { get; init; } = 9;

    /// <summary>Titles not to return this time.</summary>
    public IReadOnlySet<TitleKey> Excluded { get; init; } = FrozenSet<TitleKey>.Empty;

    /// <summary>Rotates close calls; the same seed gives the same list.</summary>
    public int Seed { get; init; }

    /// <summary>Title whose neighbours are recommended instead of the user's taste; an unknown one has none.</summary>
    public TitleKey? SimilarTo { get; init; }

    /// <summary>Time of the request; ages of signals and releases are counted from it.</summary>
    public required DateTimeOffset Now { get; init; }
}
