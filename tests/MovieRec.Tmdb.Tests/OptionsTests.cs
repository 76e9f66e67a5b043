using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Tmdb.Resilience;

namespace MovieRec.Tmdb.Tests;

/// <summary>Ranges of <see cref="TmdbOptions"/>, which the class checks itself.</summary>
/// <remarks>The functions' executable omits Polly's own validation. It runs here, so values within the ranges are also valid for
/// Polly.</remarks>
public sealed class OptionsTests
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, TmdbOptions> s_outOfRange = new(StringComparer.Ordinal)
    {
        { "no request a second", new() { Key = "k", RequestsPerSecond = 0 } },
        { "no request at a time", new() { Key = "k", MaxConcurrent = 0 } },
        { "no try", new() { Key = "k", Attempts = 0 } },
        { "too brief a try", new() { Key = "k", TryTimeout = TimeSpan.FromMilliseconds(9) } },
        { "too long a try", new() { Key = "k", TryTimeout = s_day + TimeSpan.FromSeconds(1) } },
        { "a negative delay", new() { Key = "k", Delay = TimeSpan.FromSeconds(-1) } },
        { "too long a delay", new() { Key = "k", Delay = s_day * 2 } },
        { "a negative longest delay", new() { Key = "k", MaxDelay = TimeSpan.FromSeconds(-1) } },
        { "too long a longest delay", new() { Key = "k", MaxDelay = s_day * 2 } },
        { "one try is no outage", new() { Key = "k", OutageTries = 1 } },
        { "too brief a window", new() { Key = "k", OutageWindow = TimeSpan.FromMilliseconds(499) } },
        { "too long a window", new() { Key = "k", OutageWindow = s_day * 2 } },
        { "too brief a pause", new() { Key = "k", OutagePause = TimeSpan.FromMilliseconds(499) } },
        { "the key unencrypted over a network", new() { Key = "k", BaseAddress = new("http://tmdb.example.com/3/") } },
        { "the key unencrypted within a network", new() { Key = "k", BaseAddress = new("http://192.168.1.5/3/") } },
        { "too long a pause", new() { Key = "k", OutagePause = s_day * 2 } },
    };

    private static readonly Dictionary<string, TmdbOptions> s_inRange = new(StringComparer.Ordinal)
    {
        { "as they are", new() { Key = "k" } },
        { "a proxy on this machine", new() { Key = "k", BaseAddress = new("http://[::1]:8081/3/") } },
        {
            "the least", new()
            {
                Key = "k", RequestsPerSecond = 1, MaxConcurrent = 1, Attempts = 2, TryTimeout = TimeSpan.FromMilliseconds(10),
                Delay = TimeSpan.Zero,
                MaxDelay = TimeSpan.Zero, OutageTries = 2, OutageWindow = TimeSpan.FromMilliseconds(500),
                OutagePause = TimeSpan.FromMilliseconds(500),
            }
        },
        {
            "the most", new()
            {
                Key = "k", RequestsPerSecond = 100_000, MaxConcurrent = int.MaxValue, Attempts = 10, TryTimeout = s_day, Delay = s_day,
                MaxDelay = s_day,
                OutageTries = int.MaxValue, OutageWindow = s_day, OutagePause = s_day,
            }
        },
    };

    public static TheoryData<string> OutOfRange => [.. s_outOfRange.Keys];

    public static TheoryData<string> InRange => [.. s_inRange.Keys];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Options_OutOfTheirRange_AreRefusedByOurCheck(string what) =>
        Should.Throw<ArgumentException>(() => TmdbOptions.Check(s_outOfRange[what]));

    [Theory]
    [MemberData(nameof(InRange))]
    public void Options_WithinTheirRange_AreTakenByPolly(string what)
    {
        TmdbOptions.Check(s_inRange[what]);
        new Pipelines(s_inRange[what], TimeProvider.System, new Random(1), NullLogger.Instance).Gate.Dispose();
    }
}
