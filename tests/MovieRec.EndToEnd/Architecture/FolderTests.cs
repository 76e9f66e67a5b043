using System.Text.RegularExpressions;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Architecture;

/// <summary>Dependencies between the folders of a project, which must not form a circle.</summary>
/// <remarks>Only sibling folders are compared, because a folder and its subfolders are one subject. The using directives give the
/// dependencies, since the build rejects unnecessary ones.</remarks>
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

        // Folders that depend on no remaining folder are removed; those of a circle remain.
        while (uses.FirstOrDefault(folder => !folder.Value.Overlaps(uses.Keys)) is { Key: { } free })
            uses.Remove(free);
        uses.Select(folder => $"{folder.Key} uses {string.Join(", ", folder.Value.Where(uses.ContainsKey))}").ShouldBeEmpty();
    }

    [GeneratedRegex(
        @"^using (static )?(?<name>MovieRec\.[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Using();
}
