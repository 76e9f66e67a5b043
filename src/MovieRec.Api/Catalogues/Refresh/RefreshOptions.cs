namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Size of the catalogue to fetch, and limits of one run.</summary>
public sealed record RefreshOptions
{
    /// <summary>Minimum number of films to read lists for.</summary>
    public int Films { get; init; } = 10_000;

    /// <summary>Minimum number of series to read lists for.</summary>
    public int Series { get; init; } = 4_000;

    /// <summary>Maximum number of titles in the catalogue that no list of the source names.</summary>
    /// <remarks>They come from users' lists, or were listed once. The maximum bounds the catalogue for any lists of users.</remarks>
    public int Unlisted { get; init; } = 6_000;

    /// <summary>Questions to the source in one run, at most; a question that is repeated after a failure counts once.</summary>
    public int Requests { get; init; } = int.MaxValue;

    /// <summary>Time after which the run ends: it requests nothing more and publishes its results.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    /// <summary>Details older than this are fetched again.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Maximum age of stored data, six months, as the source's terms require.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(180);

    /// <summary>Minimum time between two searches for an embedded title at the source.</summary>
    public TimeSpan MatchAgainAfter { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Minimum time between two readings of the lists.</summary>
    public TimeSpan ListsAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Time after which another run takes over from one that was killed.</summary>
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Questions in flight; the source's own limits hold besides.</summary>
    public int InFlight { get; init; } = 16;
}
