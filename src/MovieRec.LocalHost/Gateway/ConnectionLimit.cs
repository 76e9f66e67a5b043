namespace MovieRec.LocalHost.Gateway;

/// <summary>Maximum number of concurrent connections, so that clients cannot use up the process's descriptors.</summary>
internal static class ConnectionLimit
{
    private const int Most = 1_000;

    /// <summary>File of the kernel with this process's limits; it exists only on Linux.</summary>
    private const string Limits = "/proc/self/limits";

    /// <summary>Returns half of the descriptors, at most 1,000; database, log and source of titles need some too.</summary>
    public static int Get()
    {
        var line = File.Exists(Limits)
            ? File.ReadLines(Limits).FirstOrDefault(limit => limit.StartsWith("Max open files", StringComparison.Ordinal))
            : null;
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var descriptors, ..]
            && int.TryParse(descriptors, out var number)
            ? Math.Min(number / 2, Most)
            : Most;
    }
}
