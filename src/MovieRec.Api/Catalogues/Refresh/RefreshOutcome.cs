namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>End of a run.</summary>
public enum RefreshEnd
{
    /// <summary>Everything is done, except single titles without a usable response.</summary>
    Finished,

    /// <summary>Time or requests are used up; the next run continues.</summary>
    Paused,

    /// <summary>The source gave no usable responses, or not all of its lists; the next run continues.</summary>
    SourceDown,

    /// <summary>Another run holds the lease, or took it over; earlier results are kept.</summary>
    Busy,
}

/// <summary>Result of a run.</summary>
/// <param name="End">End of the run.</param>
/// <param name="Fetched">Titles whose details were fetched.</param>
/// <param name="Gone">Titles that the source no longer has.</param>
/// <param name="Matched">Embedded titles that were found at the source.</param>
/// <param name="Pending">Titles whose details are still to be fetched.</param>
/// <param name="Version">Version of the current catalogue after the run; null if there is none.</param>
/// <param name="Titles">Its number of titles.</param>
/// <param name="Published">Whether this run published it.</param>
public sealed record RefreshOutcome(
    RefreshEnd End, int Fetched = 0, int Gone = 0, int Matched = 0, int Pending = 0, string? Version = null, int Titles = 0,
    bool Published = false);

/// <summary>Progress of a run.</summary>
/// <param name="Phase">Current phase.</param>
/// <param name="Done">Of <paramref name="Total"/>.</param>
/// <param name="Total">0 if not known yet.</param>
public readonly record struct RefreshProgress(RefreshPhase Phase, int Done, int Total);

/// <summary>Phases of a run, in order.</summary>
public enum RefreshPhase
{
    /// <summary>Reads the source's lists.</summary>
    Lists,

    /// <summary>Fetches the details of titles.</summary>
    Details,

    /// <summary>Finds embedded titles at the source.</summary>
    Matching,

    /// <summary>Building and publishing the snapshot.</summary>
    Publishing,
}
