using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MovieRec.Infrastructure.Tests.Snapshots;

/// <summary>
/// A text that was reviewed: a change of it is a diff that somebody reads. With <c>UPDATE_SNAPSHOTS=1</c> the tests write what they find,
/// and <c>git diff</c> shows it.
/// </summary>
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

    /// <summary>Sums of what is deployed, which change with every build, and of the deployment, which sums up what stands below it.</summary>
    private static string Scrub(string text) => Deployment().Replace(Asset().Replace(text, "<asset>"), "${deployment}<sum>") + "\n";

    [GeneratedRegex(@"\b[0-9a-f]{64}\b", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Asset();

    [GeneratedRegex(
        @"(?<deployment>ApiDeployment[0-9A-F]{8})[0-9a-f]{32}\b", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Deployment();
}
