using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MovieRec.Infrastructure.Tests.Snapshots;

/// <summary>Reviewed text in a file, so that a change of it appears in a diff.</summary>
/// <remarks>With <c>UPDATE_SNAPSHOTS=1</c> the tests write the actual text, and <c>git diff</c> shows the change.</remarks>
internal static partial class Snapshot
{
    public static void ShouldMatch(string actual, string name, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, name);
        var scrubbed = Scrub(actual);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, scrubbed);
        File.Exists(file).ShouldBeTrue($"{name} is missing; UPDATE_SNAPSHOTS=1 writes it");
        var expected = File.ReadAllLines(file);
        var lines = scrubbed.TrimEnd('\n').Split('\n');
        for (var i = 0; i < Math.Min(expected.Length, lines.Length); i++)
            lines[i].ShouldBe(expected[i], $"{name}, line {i + 1}: review it, then UPDATE_SNAPSHOTS=1");
        lines.Length.ShouldBe(expected.Length, name);
    }

    /// <summary>Removes the hashes of assets, which change with every build, and of the deployment, which depends on them.</summary>
    private static string Scrub(string text) => Deployment().Replace(Asset().Replace(text, "<asset>"), "${deployment}<sum>") + "\n";

    [GeneratedRegex(@"\b[0-9a-f]{64}\b", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Asset();

    [GeneratedRegex(
        @"(?<deployment>ApiDeployment[0-9A-F]{8})[0-9a-f]{32}\b", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Deployment();
}
