using MovieRec.Api.Catalogues.Source;

namespace MovieRec.Tmdb;

/// <summary>Settings of requests to TMDB; not a record, since its text would contain the key.</summary>
public sealed class TmdbOptions
{
    private static readonly TimeSpan s_briefestTry = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_briefestOutage = TimeSpan.FromMilliseconds(500);

    /// <summary>The address of version 3 of TMDB's API.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.themoviedb.org/3/");

    /// <summary>API key (32 hexadecimal digits) or API read access token (a JWT); 1 to 4,096 visible ASCII characters.</summary>
    public required string Key { get; init; }

    /// <summary>Absolute https address (http only on this machine), including the API's version, with or without a final slash.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>The language of names and overviews, as TMDB writes it: ISO 639-1, a hyphen, and ISO 3166-1.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>Maximum number of requests in any second, counting every attempt: 1 to 100,000.</summary>
    public int RequestsPerSecond { get; init; } = 35;

    /// <summary>Maximum number of concurrent requests, 1 or more; never more than <see cref="RequestsPerSecond"/>.</summary>
    public int MaxConcurrent { get; init; } = 16;

    /// <summary>Maximum number of attempts per call, 1 to 10.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Timeout of one attempt, from the request to the last byte of the response: 10 ms to a day.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Base of the exponential delay: about this before the second attempt, twice that before the third.</summary>
    /// <remarks>It grows up to <see cref="MaxDelay"/>. 0 to a day.</remarks>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Maximum delay between two attempts, unless TMDB requests another: 0 to a day.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Maximum <c>Retry-After</c> that is waited for; with a longer one, calls fail at once until that time.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Minimum attempts within <see cref="OutageWindow"/> for the circuit breaker to open, if half of them fail: 2 or
    /// more.</summary>
    public int OutageTries { get; init; } = 8;

    /// <summary>Period in which the circuit breaker counts attempts: half a second to a day.</summary>
    public TimeSpan OutageWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for which the circuit breaker stays open: half a second to a day.</summary>
    /// <remarks>Then one call tests if TMDB is available again.</remarks>
    public TimeSpan OutagePause { get; init; } = TimeSpan.FromSeconds(15);

    /// <exception cref="SourceRefusedException">The key is not a key of TMDB.</exception>
    /// <exception cref="ArgumentException">Another option is out of its range.</exception>
    internal static void Check(TmdbOptions options)
    {
        if (options.Key is not { Length: > 0 and <= 4096 } || options.Key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new SourceRefusedException(
                "The TMDB key is not valid: set TMDB_API_KEY to an API key or an API read access token of TMDB.");
        }
        if (!IsUsable(options.BaseAddress))
        {
            throw new ArgumentException(
                "TMDB's address must be an https URL without a query, or http on this machine: set TMDB_BASE_URL.", nameof(options));
        }
        if (options.RequestsPerSecond is < 1 or > 100_000 || options.MaxConcurrent < 1 || options.Attempts is < 1 or > 10)
            throw new ArgumentException("The limits of requests to TMDB are out of range.", nameof(options));
        // Polly would check this too, but not in `bootstrap`, from which the compiler removes Polly's validation.
        if (!IsWithin(options.TryTimeout, s_briefestTry) || !IsWithin(options.Delay, TimeSpan.Zero)
            || !IsWithin(options.MaxDelay, TimeSpan.Zero)
            || !IsWithin(options.OutageWindow, s_briefestOutage) || !IsWithin(options.OutagePause, s_briefestOutage)
                || options.OutageTries < 2)
        {
            throw new ArgumentException("The times of requests to TMDB are out of range.", nameof(options));
        }
    }

    /// <summary>Returns true if the address may be used; every request contains the key, so only loopback may be unencrypted.</summary>
    internal static bool IsUsable(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            && address.Query.Length == 0;

    private static bool IsWithin(TimeSpan time, TimeSpan least) => time >= least && time <= TimeSpan.FromDays(1);
}
