using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Architecture;

/// <summary>Source files, which must stay small enough to read at once.</summary>
public sealed class SourceFileTests
{
    private const int MaxLines = 300;

    [Theory]
    [InlineData("src")]
    [InlineData("infrastructure")]
    [InlineData("tests")]
    public void SourceFile_OfTheFolder_HasAtMost300Lines(string folder) =>
        Directory.EnumerateFiles(RepositoryRoot.File(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(path => (Path: Path.GetRelativePath(RepositoryRoot.Path, path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > MaxLines)
            .ShouldBeEmpty();
}
