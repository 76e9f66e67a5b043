using System.Text.RegularExpressions;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Architecture;

/// <summary>Folders of a project depend on each other in one direction.</summary>
/// <remarks>
/// Compared are folders beside each other: a folder and its own subfolders are one subject, told in more detail. The using directives tell
/// the dependencies, since the build rejects those that nothing needs.
/// </remarks>
public sealed partial class FolderTests
{
    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(RepositoryRoot.File("src")).Append(RepositoryRoot.File("infrastructure"))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_HaveNoCircle(string project)
    {
        var name = Path.GetFileName(project) == "infrastructure" ? "MovieRec.Infrastructure" : Path.GetFileName(project);
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var path in SourceText.Files(project, "*.cs"))
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(project, path))!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            foreach (Match match in Using().Matches(File.ReadAllText(path)))
            {
                if (!match.Groups["name"].Value.StartsWith(name + ".", StringComparison.Ordinal))
                    continue;
                var used = match.Groups["name"].Value[(name.Length + 1)..].Split('.');
                var shared = folder.Zip(used).TakeWhile(pair => pair.First == pair.Second).Count();
                if (shared == folder.Length || shared == used.Length)
                    continue;
                var from = string.Join('/', folder.Take(shared + 1));
                uses.TryAdd(from, new HashSet<string>(StringComparer.Ordinal));
                uses[from].Add(string.Join('/', used.Take(shared + 1)));
            }
        }

        // Folders that use no folder that is left are taken away; those of a circle stay.
        while (uses.FirstOrDefault(folder => !folder.Value.Overlaps(uses.Keys)) is { Key: { } free })
            uses.Remove(free);
        uses.Select(folder => $"{folder.Key} uses {string.Join(", ", folder.Value.Where(uses.ContainsKey))}").ShouldBeEmpty();
    }

    [GeneratedRegex(@"^using (static )?(?<name>MovieRec\.[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Using();
}
