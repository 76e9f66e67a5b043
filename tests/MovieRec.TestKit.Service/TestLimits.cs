using MovieRec.Api;
using MovieRec.LocalHost.Gateway;

namespace MovieRec.TestKit.Service;

/// <summary>Limits of the hosts that many tests share, too wide for any test to reach.</summary>
/// <remarks>Other tests cover the real limits.</remarks>
public static class TestLimits
{
    private static readonly Throttling s_wide = new(1_000_000, 1_000_000);

    public static HostLimits Wide { get; } = new()
    {
        Requests = s_wide,
        Accounts = s_wide,
        AccountsPerClient = s_wide,
        HashQueue = 10_000,
        // Other tests cover the number of rounds; here it would only take time.
        HashIterations = 1_000,
    };
}
