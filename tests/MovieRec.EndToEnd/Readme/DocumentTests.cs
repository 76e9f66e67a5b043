using System.Text.RegularExpressions;
using MovieRec.EndToEnd.Architecture;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Readme;

/// <summary>Commands, options and names in the documents, compared with the code.</summary>
/// <remarks>README's own commands are run by <see cref="ReadmeTests"/>.</remarks>
public sealed partial class DocumentTests
{
    private static readonly string[] s_pages =
        [.. SourceText.Files("docs", "*.md"), RepositoryRoot.File("README.md"), RepositoryRoot.File("CONTRIBUTING.md")];

    [Theory]
    [InlineData("./movierec", "src/MovieRec.Cli")]
    [InlineData("./run", "src/MovieRec.LocalHost")]
    public void Command_InADocument_HasItsSubcommandAndOptions(string program, string project)
    {
        var known = Strings(project);
        var wrong = new List<string>();
        foreach (var page in s_pages)
        {
            foreach (Match command in Commands().Matches(File.ReadAllText(page)))
            {
                var words = command.Groups["words"].Value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
                if (words[0] != program)
                    continue;
                var used = words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.TrimEnd(',', '.'));
                if (program == "./movierec" && words is [_, var name, ..] && Subcommand().IsMatch(name))
                    used = used.Append(name);
                wrong.AddRange(used.Except(known, StringComparer.Ordinal).Select(word => $"{page}: {program} ... {word}"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void ContextKey_InADocument_IsASetting()
    {
        var known = Strings("infrastructure");
        var used = s_pages.SelectMany(page => ContextKeys().Matches(File.ReadAllText(page)).Select(key => key.Groups["key"].Value));
        used.Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Test_InADocument_Exists()
    {
        var tests = SourceText.Files("tests", "*.cs").ToDictionary(path => path, File.ReadAllText, StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var page in s_pages)
        {
            foreach (Match test in Tests().Matches(File.ReadAllText(page)))
            {
                var (type, method) = (test.Groups["type"].Value, test.Groups["method"].Value);
                var declared = tests.Where(file => file.Value.Contains($"class {type}", StringComparison.Ordinal)).ToList();
                if (declared.Count == 0 || !declared.Exists(file => file.Value.Contains($" {method}", StringComparison.Ordinal)))
                    wrong.Add($"{page}: {test.Value}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void SourceFile_InADocument_Exists()
    {
        string[] sources = [.. new[] { "src", "infrastructure", "tests", "bench", "web" }
            .SelectMany(folder => SourceText.Files(folder, "*.cs").Concat(SourceText.Files(folder, "*.ts")))];
        var used = s_pages.SelectMany(page => SourceFiles().Matches(File.ReadAllText(page)).Select(file => file.Groups["path"].Value));
        used.Distinct(StringComparer.Ordinal)
            .Where(file => !Array.Exists(sources, path => path.EndsWith("/" + file, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static HashSet<string> Strings(string project) =>
        [
            .. SourceText.Files(project, "*.cs").SelectMany(path => Literals().Matches(File.ReadAllText(path)))
                .Select(text => text.Groups["text"].Value),
            "--help", "--version",
        ];

    [GeneratedRegex(@"(?<words>\./(movierec|run)( [^`\n#|;&]+)?)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Commands();

    [GeneratedRegex("^[a-z-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Subcommand();

    [GeneratedRegex(@"-c (?<key>[a-zA-Z]+)=", RegexOptions.NonBacktracking)]
    private static partial Regex ContextKeys();

    [GeneratedRegex(
        @"`(?<type>[A-Z][A-Za-z]+Tests)(\.(?<method>[A-Za-z0-9_]+))?`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tests();

    [GeneratedRegex(@"`(?<path>[A-Za-z0-9/._-]+\.(cs|ts))`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SourceFiles();

    [GeneratedRegex("\"(?<text>[A-Za-z-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Literals();
}
