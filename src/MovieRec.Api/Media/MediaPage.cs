using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>What answers a query of <c>/media</c>.</summary>
/// <param name="Titles">One page.</param>
/// <param name="Total">Of all pages.</param>
/// <param name="Source">Where it is from, in the contract's word.</param>
/// <param name="IsWhole">Whether the same question has the same answer as long as the catalogue is the same.</param>
public sealed record MediaPage(List<Title> Titles, int Total, string Source, bool IsWhole)
{
    /// <summary>From a catalogue of the source's titles, or from what the source answered before.</summary>
    public const string FromCache = "cache";

    /// <summary>From the source, now.</summary>
    public const string FromSource = "tmdb";

    /// <summary>From the catalogue that came with the program.</summary>
    public const string FromEmbedded = "embedded";
}
