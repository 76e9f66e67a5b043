using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Architecture;

/// <summary>Text files of the repository that are written by hand.</summary>
internal static class SourceText
{
    private static readonly string[] s_made = ["node_modules", "obj", "bin", "artifacts", "dist", "cdk.out"];

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(RepositoryRoot.File(folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split('/').Intersect(s_made, StringComparer.Ordinal).Any());
}
