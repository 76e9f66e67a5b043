using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Page of a response to <c>/media</c>.</summary>
/// <param name="Titles">One page.</param>
/// <param name="Total">Of all pages.</param>
/// <param name="Source">Origin of the page, in the contract's word.</param>
/// <param name="IsWhole">Whether the same query has the same result as long as the catalogue is the same.</param>
public sealed record MediaPage(List<Title> Titles, int Total, string Source, bool IsWhole)
{
    /// <summary>From a catalogue of the source's titles, or from a cached page of the source.</summary>
    public const string FromCache = "cache";

    /// <summary>From the source, now.</summary>
    public const string FromSource = "tmdb";

    /// <summary>From the catalogue that came with the program.</summary>
    public const string FromEmbedded = "embedded";
}
