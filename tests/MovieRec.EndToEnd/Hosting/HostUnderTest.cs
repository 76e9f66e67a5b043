namespace MovieRec.EndToEnd.Hosting;

/// <summary>The host as <c>./run</c> starts it. The suite of <c>./run --packaged</c> has another of these, and else the same tests.</summary>
internal static class HostUnderTest
{
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <param name="dataFolder">Of the host that is about to start.</param>
    /// <returns>What it is started with, beside its data and port.</returns>
    public static Task<string[]> PrepareAsync(string dataFolder) => Task.FromResult<string[]>([]);
}
