using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Recommending.Profile;

/// <summary>
/// One thing that shapes the taste vector: a title of the user's, or something they said. The vector is the weighted sum of its
/// sources, so a title's cosine is a sum over them too, and that sum is what the reasons are read off.
/// </summary>
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

    /// <summary>For a title: how much it counts among the user's, above 0 to 1, whatever the others.</summary>
    public float Strength { get; init; }

    /// <summary>Its factor in the finished vector.</summary>
    public float Weight { get; set; }
}
