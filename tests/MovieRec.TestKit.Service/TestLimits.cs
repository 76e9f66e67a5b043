using MovieRec.Api;
using MovieRec.LocalHost.Gateway;

namespace MovieRec.TestKit.Service;

/// <summary>Limits of the hosts that many tests share: no test meets one, however quick it is. The real ones have tests of their own.</summary>
public static class TestLimits
{
    private static readonly Throttling s_wide = new(1_000_000, 1_000_000);

    public static HostLimits Wide { get; } = new()
    {
        Requests = s_wide,
        Accounts = s_wide,
        AccountsPerClient = s_wide,
        HashQueue = 10_000,
        // What the number of rounds is, is tested by itself; here it would only take time.
        HashIterations = 1_000,
    };
}
