namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>How a run ended.</summary>
public enum RefreshEnd
{
    /// <summary>All there was to do is done, but for titles of which the source gave no usable answer while it gave others.</summary>
    Finished,

    /// <summary>Its time or its requests are used up; the next run goes on from there.</summary>
    Paused,

    /// <summary>The source gave no usable answers, or not all of its lists; the next run goes on from there.</summary>
    SourceDown,

    /// <summary>Another run holds the lease, or took it over while this one stood still; what was fetched until then is kept.</summary>
    Busy,
}

/// <summary>What a run did.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Fetched">Titles whose details were fetched.</param>
/// <param name="Gone">Titles that the source no longer has.</param>
/// <param name="Matched">Embedded titles that were found at the source.</param>
/// <param name="Pending">Titles whose details are still wanted.</param>
/// <param name="Version">The catalogue's version that is in force after the run; null where there is none.</param>
/// <param name="Titles">How many titles it has.</param>
/// <param name="Published">Whether this run put it in force.</param>
public sealed record RefreshOutcome(
    RefreshEnd End, int Fetched = 0, int Gone = 0, int Matched = 0, int Pending = 0, string? Version = null, int Titles = 0,
    bool Published = false);

/// <summary>How far a run is.</summary>
/// <param name="Phase">What it is at.</param>
/// <param name="Done">Of <paramref name="Total"/>.</param>
/// <param name="Total">0 where it is not known yet.</param>
public readonly record struct RefreshProgress(RefreshPhase Phase, int Done, int Total);

/// <summary>What a run does one after the other.</summary>
public enum RefreshPhase
{
    /// <summary>Reads the source's lists.</summary>
    Lists,

    /// <summary>Fetches the details of titles.</summary>
    Details,

    /// <summary>Finds embedded titles at the source.</summary>
    Matching,

    /// <summary>Builds the snapshot and puts it in force.</summary>
    Publishing,
}
