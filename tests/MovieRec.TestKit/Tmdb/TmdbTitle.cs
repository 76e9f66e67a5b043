using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Title of the stand-in server.</summary>
/// <remarks>
/// Unknown values in <paramref name="Facts"/> are written as TMDB writes them: "" for a date, 0 for a runtime or votes, null for a
/// picture, nothing for an id of another site.
/// </remarks>
/// <param name="Facts">The title that a client should read from it.</param>
public sealed record TmdbTitle(Title Facts)
{
    public bool Adult { get; init; }

    public bool Softcore { get; init; }

    /// <summary>True if lists give <c>genre_ids</c>.</summary>
    public bool ListsGenres { get; init; } = true;

    /// <summary>Country of the certification.</summary>
    public string CertifiedIn { get; init; } = "US";

    /// <summary>True if the runtime of a series is given only in <c>last_episode_to_air</c>.</summary>
    public bool TimesLastEpisodeAlone { get; init; }

    /// <summary>True if it is neither adult nor softcore, and so may be shown.</summary>
    public bool IsShown => !Adult && !Softcore;
}
