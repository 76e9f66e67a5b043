namespace MovieRec.LocalHost.Gateway;

/// <summary>Maximum number of concurrent connections, so that clients cannot use up the process's descriptors.</summary>
internal static class ConnectionLimit
{
    private const int Most = 1_000;
    private const int Fewest = 16;

    /// <summary>Descriptors for the program itself: an idle host has about 210, two for each assembly, and a database.</summary>
    private const int Own = 256;

    /// <summary>File of the kernel with this process's limits; it exists only on Linux.</summary>
    private const string Limits = "/proc/self/limits";

    /// <summary>Returns the process's limit of descriptors without those for the program itself, 16 to 1,000.</summary>
    public static int Get()
    {
        var line = File.Exists(Limits)
            ? File.ReadLines(Limits).FirstOrDefault(limit => limit.StartsWith("Max open files", StringComparison.Ordinal))
            : null;
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var descriptors, ..]
            && int.TryParse(descriptors, out var number)
            ? Math.Clamp(number - Own, Fewest, Most)
            : Most;
    }
}
