using System.Diagnostics;
using System.Text.RegularExpressions;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Readme;

/// <summary>The README's commands, run as printed.</summary>
public sealed partial class ReadmeTests(SharedHost host)
{
    private static readonly string s_readme = File.ReadAllText(RepositoryRoot.File("README.md"));

    [Fact]
    public async Task Commands_AsPrinted_EndInRecommendationsWithReasons()
    {
        var commands = Blocks().Matches(s_readme).Select(block => block.Groups["commands"].Value)
            .Single(block => block.Contains("/recommendations", StringComparison.Ordinal))
            .Replace("http://localhost:8080/dev/inbox?token=TOKEN", host.Inbox, StringComparison.Ordinal)
            .Replace("http://localhost:8080", host.Address, StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        shell.ExitCode.ShouldBe(0, output);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThanOrEqualTo(5, output);
        lines[^5..].ShouldAllBe(line => line.Contains(": ", StringComparison.Ordinal));
        output.ShouldContain("Because you liked Blade Runner");
    }

    [Fact]
    public void Readme_IsShortAndItsLinksLeadSomewhere()
    {
        s_readme.Split('\n').Length.ShouldBeLessThanOrEqualTo(121);
        var pages = Directory.EnumerateFiles(RepositoryRoot.File("docs"), "*.md").Append(RepositoryRoot.File("README.md"))
            .Append(RepositoryRoot.File("CONTRIBUTING.md"));
        foreach (var page in pages)
        {
            foreach (var target in Links().Matches(File.ReadAllText(page)).Select(link => link.Groups["target"].Value))
                Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)).ShouldBeTrue($"{page} links to {target}");
        }
    }

    [Fact]
    public void Readme_LinksEveryPageOfTheDocuments()
    {
        foreach (var page in Directory.EnumerateFiles(RepositoryRoot.File("docs")).Select(Path.GetFileName))
            s_readme.ShouldContain($"docs/{page}");
    }

    [GeneratedRegex("```sh\n(?<commands>.*?)```", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
