using System.IO.Compression;
using System.Text.RegularExpressions;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

/// <summary>Bytes of the scripts and styles that the current page loaded, compressed by gzip.</summary>
internal sealed partial record Weight(long Script, long Style)
{
    /// <summary>Counts the files loaded until the page was complete: those in index.html and their imports.</summary>
    /// <remarks>Files loaded later in idle time are included as far as they have come, so the budget covers more than it has to.</remarks>
    public static async Task<Weight> GetAsync(IPage page)
    {
        var loaded =
            await page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)");
        var files = loaded.Concat(NamedByThePage()).Distinct(StringComparer.Ordinal).ToArray();
        return new Weight(Sum(files, ".js"), Sum(files, ".css"));
    }

    public static IEnumerable<string> NamedByThePage() =>
        Named().Matches(File.ReadAllText(Path.Combine(BuiltSite.Folder, "index.html"))).Select(match => match.Groups["file"].Value);

    private static long Sum(string[] files, string kind) =>
        files.Where(file => file.EndsWith(kind, StringComparison.Ordinal)).Sum(Compressed);

    private static long Compressed(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(BuiltSite.Folder + file));
        return compressed.Length;
    }

    [GeneratedRegex("(?:src|href)=\"(?<file>[^\"]+\\.(?:js|css))\"", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Named();
}
