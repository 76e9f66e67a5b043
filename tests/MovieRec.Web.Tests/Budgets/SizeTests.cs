using System.IO.Compression;
using System.Text.RegularExpressions;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Budgets;

/// <summary>What has to come over the wire before the first page is there, compressed by gzip.</summary>
public sealed partial class SizeTests(Chromium chromium)
{
    private const int MostScript = 60 * 1024;
    private const int MostStyle = 15 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FirstPage_ScriptsAndStyles_AreWithinTheBudget(bool signedIn)
    {
        var options = new VisitorOptions { SignedIn = signedIn ? await chromium.Host.NewViewerAsync() : null };
        await chromium.VisitAsync(options, async visitor =>
        {
            await visitor.GoAsync("/");
            // All that was asked for until the page was there: what index.html names and what that imports. What comes afterwards, while
            // nothing else is to be done, is in it as well, as far as it came: the budget holds for more than it is meant for.
            var loaded = await visitor.Page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)");
            var files = loaded.Concat(NamedByThePage()).Distinct(StringComparer.Ordinal).ToArray();
            var script = files.Where(file => file.EndsWith(".js", StringComparison.Ordinal)).Sum(Compressed);
            var style = files.Where(file => file.EndsWith(".css", StringComparison.Ordinal)).Sum(Compressed);
            TestContext.Current.TestOutputHelper!.WriteLine($"Scripts {script} bytes, styles {style} bytes, compressed; {files.Length} files.");
            script.ShouldBeInRange(1, MostScript);
            style.ShouldBeInRange(1, MostStyle);
        });
    }

    [Fact]
    public void Page_AsItIsNamedInItsHtml_HasNoScriptOrStyleOfItsOwn()
    {
        var html = File.ReadAllText(Path.Combine(BuiltSite.Folder, "index.html"));
        Regex.Count(html, "<script(?![^>]*\\ssrc=)", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(0);
        Regex.Count(html, "<style|\\sstyle=|\\son[a-z]+=|javascript:", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).ShouldBe(0);
        NamedByThePage().ShouldAllBe(file => file.StartsWith('/') && !file.StartsWith("//"));
    }

    private static IEnumerable<string> NamedByThePage() =>
        Named().Matches(File.ReadAllText(Path.Combine(BuiltSite.Folder, "index.html"))).Select(match => match.Groups["file"].Value);

    private static long Compressed(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(BuiltSite.Folder + file));
        return compressed.Length;
    }

    [GeneratedRegex("(?:src|href)=\"(?<file>[^\"]+\\.(?:js|css))\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
