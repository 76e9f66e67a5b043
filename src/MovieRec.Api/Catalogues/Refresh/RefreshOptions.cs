namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>How large a catalogue to fetch, and how much one run may take.</summary>
public sealed record RefreshOptions
{
    /// <summary>How many films the lists are read for, at least.</summary>
    public int Films { get; init; } = 10_000;

    /// <summary>How many series, likewise.</summary>
    public int Series { get; init; } = 4_000;

    /// <summary>
    /// How many titles may be in the catalogue that no list of the source names: those of users' lists, and those that a list named once.
    /// Bounds
    /// the catalogue, whatever users put on their lists.
    /// </summary>
    public int Unlisted { get; init; } = 6_000;

    /// <summary>Questions to the source in one run, at most; a question that is repeated after a failure counts once.</summary>
    public int Requests { get; init; } = int.MaxValue;

    /// <summary>When the run begins to end: it asks nothing more and publishes what it has.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    /// <summary>Details older than this are fetched again.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(30);

    /// <summary>What the source's terms allow: nothing is kept for longer than six months.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How soon a title that was not found at the source is looked for again.</summary>
    public TimeSpan MatchAgainAfter { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How soon lists that have been read are read again.</summary>
    public TimeSpan ListsAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long another run waits for one that has died.</summary>
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Questions in flight; the source's own limits hold besides.</summary>
    public int InFlight { get; init; } = 16;
}
