using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Tmdb;

/// <summary>A title of the stand-in server. What <paramref name="Facts"/> does not know it writes as TMDB does: "" for a date, 0 for a runtime
/// or votes, null for a picture, nothing for an id of another site.</summary>
/// <param name="Facts">What a client should make of it.</param>
public sealed record TmdbTitle(Title Facts)
{
    public bool Adult { get; init; }

    public bool Softcore { get; init; }

    /// <summary>Whether lists give <c>genre_ids</c>.</summary>
    public bool ListsGenres { get; init; } = true;

    /// <summary>Under which country the certification is.</summary>
    public string CertifiedIn { get; init; } = "US";

    /// <summary>The runtime of a series: as <c>last_episode_to_air</c>'s alone.</summary>
    public bool TimesLastEpisodeAlone { get; init; }

    /// <summary>Neither adult nor softcore: what may be shown.</summary>
    public bool IsShown => !Adult && !Softcore;
}
