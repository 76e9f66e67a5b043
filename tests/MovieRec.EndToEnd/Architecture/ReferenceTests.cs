using System.Xml.Linq;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Architecture;

/// <summary>Permitted references between projects, compared with the project files.</summary>
/// <remarks>A project that is not in the tables is a decision not taken yet.</remarks>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> s_mayReference = new(StringComparer.Ordinal)
    {
        ["MovieRec.Engine"] = [],
        ["MovieRec.Jwt"] = [],
        ["MovieRec.Api"] = ["MovieRec.Engine"],
        ["MovieRec.Tmdb"] = ["MovieRec.Api"],
        ["MovieRec.Aws"] = ["MovieRec.Api"],
        ["MovieRec.Emulators"] = ["MovieRec.Aws"],
        ["MovieRec.Sqlite"] = ["MovieRec.Api"],
        ["MovieRec.Lambda"] = ["MovieRec.Api", "MovieRec.Aws", "MovieRec.Jwt", "MovieRec.Tmdb"],
        ["MovieRec.JwtLayer"] = ["MovieRec.Jwt"],
        ["MovieRec.LocalHost"] = ["MovieRec.Api", "MovieRec.Aws", "MovieRec.Emulators", "MovieRec.Jwt", "MovieRec.Sqlite", "MovieRec.Tmdb"],
        ["MovieRec.Cli"] = ["MovieRec.Api", "MovieRec.Aws", "MovieRec.Engine", "MovieRec.Sqlite", "MovieRec.Tmdb"],
        ["MovieRec.Infrastructure"] = ["MovieRec.Api", "MovieRec.Aws"],
    };

    /// <summary>Words that no package or framework reference of a project may contain; <c>*</c> forbids all packages.</summary>
    private static readonly Dictionary<string, string[]> s_mayNotUse = new(StringComparer.Ordinal)
    {
        ["MovieRec.Engine"] = ["*"],
        ["MovieRec.Api"] = ["AWS", "Amazon", "AspNetCore", "Sqlite", "SQLitePCL", "IdentityModel", "DependencyInjection"],
        ["MovieRec.Jwt"] = ["AWS", "Amazon", "AspNetCore", "Sqlite"],
        ["MovieRec.Aws"] = ["AspNetCore", "Sqlite", "IdentityModel", "DependencyInjection"],
        ["MovieRec.Emulators"] = ["AspNetCore", "Sqlite", "IdentityModel", "DependencyInjection"],
        ["MovieRec.Tmdb"] = ["AWS", "Amazon", "AspNetCore", "Sqlite", "IdentityModel"],
        ["MovieRec.Lambda"] = ["AspNetCore", "Sqlite", "IdentityModel", "DependencyInjection"],
        ["MovieRec.JwtLayer"] = ["*"],
        ["MovieRec.Sqlite"] = ["AWS", "Amazon"],
        ["MovieRec.LocalHost"] = ["AWS", "Amazon"],
    };

    public static TheoryData<string> ProductProjects => [.. Projects("src").Concat(Projects("infrastructure")).Select(GetName)];

    public static TheoryData<string> TestProjects => [.. Projects("tests").Select(GetName)];

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void Project_OfTheProduct_ReferencesWhatItMayAlone(string name)
    {
        s_mayReference.ShouldContainKey(name, "add here what the new project may reference");
        References(name, "ProjectReference").Select(GetName).Except(s_mayReference[name]).ShouldBeEmpty(name);
    }

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void Project_OfTheProduct_UsesNoForbiddenPackage(string name)
    {
        var used = References(name, "PackageReference").Concat(References(name, "FrameworkReference")).ToArray();
        foreach (var forbidden in s_mayNotUse.GetValueOrDefault(name, []))
        {
            used.Where(package => forbidden == "*" || package.Contains(forbidden, StringComparison.OrdinalIgnoreCase))
                .ShouldBeEmpty($"{name} must be free of {forbidden}");
        }
    }

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void Project_FreeOfAspNetCore_IsNotOfItsSdk(string name)
    {
        if (s_mayNotUse.GetValueOrDefault(name, []).Any(forbidden => forbidden is "*" or "AspNetCore"))
            Load(name).Attribute("Sdk")!.Value.ShouldBe("Microsoft.NET.Sdk");
    }

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void Project_OfTheProduct_HasATestsProject(string name) =>
        Projects("tests").Select(GetName).ShouldContain($"{name}.Tests");

    [Theory]
    [MemberData(nameof(TestProjects))]
    public void Project_OfTests_IsRunByTheTestCommand(string name)
    {
        if (name.StartsWith("MovieRec.TestKit", StringComparison.Ordinal))
            return;
        File.ReadAllText(RepositoryRoot.File("test")).ShouldContain($"\"{name} ", customMessage: "a job that waits for others");
    }

    [Fact]
    public void Project_OfTheTestKit_ReferencesTheApiAlone() =>
        References("MovieRec.TestKit", "ProjectReference").Select(GetName).ShouldBe(["MovieRec.Api"]);

    [Fact]
    public void Projects_OfTheProductAndItsTests_AreAllInTheSolution()
    {
        var inSolution = XDocument.Load(RepositoryRoot.File("MovieRec.slnx")).Descendants("Project")
            .Select(project => GetName(project.Attribute("Path")!.Value));
        Projects("src").Concat(Projects("infrastructure")).Concat(Projects("tests")).Select(GetName).Except(inSolution).ShouldBeEmpty();
    }

    private static IEnumerable<string> Projects(string folder) =>
        Directory.Exists(RepositoryRoot.File(folder))
            ? Directory.EnumerateFiles(RepositoryRoot.File(folder), "*.csproj", SearchOption.AllDirectories)
                .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : [];

    private static string GetName(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static XElement Load(string name) => XDocument.Load(
        Projects("src").Concat(Projects("infrastructure")).Concat(Projects("tests")).Single(path => GetName(path) == name)).Root!;

    private static IEnumerable<string> References(string name, string kind) =>
        Load(name).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);
}
