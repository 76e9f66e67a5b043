using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Profile;

/// <summary>Term of the user's profile: one of their titles, or a stated preference.</summary>
/// <remarks>
/// The profile vector is the weighted sum of its terms. So a title's cosine is a sum over them too, and its largest terms are the reasons.
/// </remarks>
internal sealed class ProfileTerm
{
    private static readonly List<(int Feature, float Value)> s_nothing = [];

    public required ReasonKind Kind { get; init; }

    /// <summary>Row of a title; -1 for a stated preference.</summary>
    public int Row { get; init; } = -1;

    public TitleKey? Key { get; init; }

    /// <summary>Name of the title, or an English fragment for a stated preference.</summary>
    public required string Text { get; init; }

    /// <summary>Features and values of a stated preference, before <see cref="Weight"/>.</summary>
    public List<(int Feature, float Value)> Said { get; init; } = s_nothing;

    /// <summary>Factor of the term in the finished vector.</summary>
    public float Weight { get; set; }
}
