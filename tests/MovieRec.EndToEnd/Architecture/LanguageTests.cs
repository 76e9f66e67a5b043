using System.Text.RegularExpressions;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Architecture;

/// <summary>Mechanical rules of the language of comments and documents.</summary>
public sealed partial class LanguageTests
{
    private const int MaxSummaryWords = 20;
    private const int MaxCodeLine = 140;
    private const int MaxDocumentLine = 120;

    private static readonly string[] s_folders = ["src", "infrastructure", "tests", "bench"];

    public static TheoryData<string> Folders => [.. s_folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Summary_IsOneShortSentenceThatNamesItsSubject(string folder)
    {
        var wrong = new List<string>();
        foreach (var path in SourceText.Files(folder, "*.cs"))
        {
            foreach (Match match in Summary().Matches(File.ReadAllText(path)))
            {
                var text = Plain(match.Groups["text"].Value);
                if (QuestionWord().IsMatch(text) || text.Split(' ').Length > MaxSummaryWords || SecondSentence().IsMatch(text))
                    wrong.Add($"{Name(path)}: {text}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Line_OfCode_FitsTheWidth(string folder) =>
        TooLong(SourceText.Files(folder, "*.cs"), MaxCodeLine, IsData).ShouldBeEmpty();

    [Fact]
    public void Line_OfADocument_FitsTheWidth() =>
        TooLong(Documents(), MaxDocumentLine, (line, inCode) => inCode || line.TrimStart().StartsWith('|')
            || line.StartsWith("    ", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Actors_AreNamedByRole()
    {
        var texts = s_folders.SelectMany(folder => SourceText.Files(folder, "*.cs")).Concat(Documents()).Where(path => path != OwnPath);
        texts.SelectMany(path => File.ReadLines(path).Where(line => path.EndsWith(".md", StringComparison.Ordinal) || IsProse(line))
                .Where(line => Vague().IsMatch(line))
                .Select(line => $"{Name(path)}: {line.Trim()}"))
            .ShouldBeEmpty();
    }

    private static string OwnPath => RepositoryRoot.File("tests/MovieRec.EndToEnd/Architecture/LanguageTests.cs");

    private static IEnumerable<string> Documents() =>
        SourceText.Files("docs", "*.md").Append(RepositoryRoot.File("README.md")).Append(RepositoryRoot.File("CONTRIBUTING.md"));

    private static string Name(string path) => Path.GetRelativePath(RepositoryRoot.Path, path);

    private static bool IsProse(string line) => line.Contains("//", StringComparison.Ordinal) || line.Contains('"');

    // Data, such as JSON and SQL in raw strings, and addresses are exempt.
    private static bool IsData(string line, bool inRaw) =>
        inRaw || line.Contains("\"\"\"", StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal);

    private static List<string> TooLong(IEnumerable<string> paths, int most, Func<string, bool, bool> isExempt)
    {
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            var (inside, number) = (false, 0);
            var fence = path.EndsWith(".md", StringComparison.Ordinal) ? "```" : "\"\"\"";
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (line.Length > most && !isExempt(line, inside))
                    wrong.Add($"{Name(path)}:{number}: {line.Length}");
                if (line.Split(fence).Length % 2 == 0)
                    inside = !inside;
            }
        }

        return wrong;
    }

    private static string Plain(string xml)
    {
        var text = CommentMarks().Replace(xml, "");
        text = Reference().Replace(text, match => match.Groups["name"].Value.Split('.')[^1]);
        return Spaces().Replace(Tags().Replace(text, ""), " ").Trim();
    }

    [GeneratedRegex("<summary>(?<text>.*?)</summary>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s*///", RegexOptions.Multiline, Timeout.Infinite)]
    private static partial Regex CommentMarks();

    [GeneratedRegex("<(see|paramref|typeparamref) [a-z]+=\"(?<name>[^\"]*)\" ?/>", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"^(what|who|whose|whom|which|where|when|why|how|whoever|whatever|whether)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex QuestionWord();

    [GeneratedRegex("[.!?] +[A-Z`]", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex SecondSentence();

    [GeneratedRegex(
        @"\b(somebody|someone|nobody|no one|everybody|everyone|anybody|anyone|whoever|whatever|the house|our feed|the issue)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Vague();
}
