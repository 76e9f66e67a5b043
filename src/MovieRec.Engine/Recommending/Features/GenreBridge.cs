namespace MovieRec.Engine.Recommending.Features;

/// <summary>Mapping of the combined genres of series to pairs of film genres.</summary>
/// <remarks>
/// In the feature space both use the films' genres, so that a taste for science-fiction films reaches series and the reverse.
/// </remarks>
internal static class GenreBridge
{
    private const float Half = 0.75f;

    /// <summary>The films' genres that a genre stands for, with the strength of each; itself, if it needs no bridge.</summary>
    public static ReadOnlySpan<(int Genre, float Strength)> GetRelated(int genre) => genre switch
    {
        10765 => s_fantastic,
        10759 => s_adventurous,
        10768 => s_political,
        10762 => s_kids,
        10770 => default,
        _ => new[] { (genre, 1f) },
    };

    private static readonly (int Genre, float Strength)[] s_fantastic = [(878, Half), (14, Half)];
    private static readonly (int Genre, float Strength)[] s_adventurous = [(28, Half), (12, Half)];
    private static readonly (int Genre, float Strength)[] s_political = [(10752, Half)];
    private static readonly (int Genre, float Strength)[] s_kids = [(10751, 1)];
}
