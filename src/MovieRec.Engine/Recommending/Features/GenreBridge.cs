namespace MovieRec.Engine.Recommending.Features;

/// <summary>Mapping of genres of series to genres of films.</summary>
/// <remarks>
/// Films and series then share features, so that a taste for science-fiction films also finds series, and the reverse.
/// </remarks>
internal static class GenreBridge
{
    private const float Half = 0.75f;

    /// <summary>Returns the film genres that a genre stands for, with strengths; the genre itself if it needs no mapping.</summary>
    /// <remarks>TMDB's "TV movie" (10770) says nothing about content and has none.</remarks>
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
