using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Profile;

/// <summary>Term of the user's profile: one of their titles, or a stated preference.</summary>
/// <remarks>
/// The profile vector is the weighted sum of its terms, so a title's cosine is a sum over them too, and the reasons are read off that sum.
/// </remarks>
internal sealed class ProfileTerm
{
    private static readonly List<(int Feature, float Value)> s_nothing = [];

    public required ReasonKind Kind { get; init; }

    /// <summary>The row of a title, -1 for something said.</summary>
    public int Row { get; init; } = -1;

    public TitleKey? Key { get; init; }

    /// <summary>The title's name, or an English fragment for something said.</summary>
    public required string Text { get; init; }

    /// <summary>For something said: features and values, before <see cref="Weight"/>.</summary>
    public List<(int Feature, float Value)> Said { get; init; } = s_nothing;

    /// <summary>Its factor in the finished vector.</summary>
    public float Weight { get; set; }
}
