using MovieRec.Api.Catalogues.Source;

namespace MovieRec.Tmdb;

/// <summary>Settings of requests to TMDB; not a record, since its text would contain the key.</summary>
public sealed class TmdbOptions
{
    private static readonly TimeSpan s_briefestTry = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_briefestOutage = TimeSpan.FromMilliseconds(500);

    /// <summary>The address of version 3 of TMDB's API.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.themoviedb.org/3/");

    /// <summary>API key (32 hexadecimal digits), or API read access token, which has dots; 1 to 4,096 visible ASCII characters.</summary>
    public required string Key { get; init; }

    /// <summary>Absolute, https (http on this machine alone), the version's segment included, with or without a slash at the end.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>The language of names and overviews, as TMDB writes it: ISO 639-1, and ISO 3166-1 behind a hyphen.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>Requests that TMDB gets in any one second at most, tries counted one by one: 1 to 100,000.</summary>
    public int RequestsPerSecond { get; init; } = 35;

    /// <summary>Requests under way at a time, 1 or more; no more than <see cref="RequestsPerSecond"/> ever are.</summary>
    public int MaxConcurrent { get; init; } = 16;

    /// <summary>Tries of a call in all, 1 to 10.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Timeout of one try, from the request to the last byte of the response: 10 ms to a day.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Base of the exponential delay: about this before the second try, twice that before the third.</summary>
    /// <remarks>It grows up to <see cref="MaxDelay"/>. 0 to a day.</remarks>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Maximum delay between two tries, unless TMDB requests another: 0 to a day.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum <c>Retry-After</c> that is waited for; with a longer one, calls fail at once until that time.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Tries within <see cref="OutageWindow"/> of which half failed, after which TMDB is taken for down: 2 or more.</summary>
    public int OutageTries { get; init; } = 8;

    /// <summary>See <see cref="OutageTries"/>: half a second to a day.</summary>
    public TimeSpan OutageWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Duration of the open circuit, until one call tries whether TMDB is available again: half a second to a day.</summary>
    public TimeSpan OutagePause { get; init; } = TimeSpan.FromSeconds(15);

    /// <exception cref="SourceRefusedException">The key is not a key of TMDB.</exception>
    /// <exception cref="ArgumentException">Another option is out of its range.</exception>
    internal static void Check(TmdbOptions options)
    {
        if (options.Key is not { Length: > 0 and <= 4096 } || options.Key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new SourceRefusedException(
                "There is no TMDB key that could be one: set TMDB_API_KEY to an API key or an API read access token of TMDB.");
        }
        if (!IsUsable(options.BaseAddress))
        {
            throw new ArgumentException(
                "TMDB's address must be an https URL without a query, or http on this machine: set TMDB_BASE_URL.", nameof(options));
        }
        if (options.RequestsPerSecond is < 1 or > 100_000 || options.MaxConcurrent < 1 || options.Attempts is < 1 or > 10)
            throw new ArgumentException("The limits of requests to TMDB are out of range.", nameof(options));
        // Polly would check that too, but not in `bootstrap`, whose compiler leaves its validation out.
        if (!IsWithin(options.TryTimeout, s_briefestTry) || !IsWithin(options.Delay, TimeSpan.Zero)
            || !IsWithin(options.MaxDelay, TimeSpan.Zero)
            || !IsWithin(options.OutageWindow, s_briefestOutage) || !IsWithin(options.OutagePause, s_briefestOutage)
                || options.OutageTries < 2)
        {
            throw new ArgumentException("The times of requests to TMDB are out of range.", nameof(options));
        }
    }

    /// <summary>True if TMDB may be called there; the key goes with every request, so only loopback may be unencrypted.</summary>
    internal static bool IsUsable(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            && address.Query.Length == 0;

    private static bool IsWithin(TimeSpan time, TimeSpan least) => time >= least && time <= TimeSpan.FromDays(1);
}
