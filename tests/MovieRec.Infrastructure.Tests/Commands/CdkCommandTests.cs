using System.Diagnostics;
using MovieRec.Infrastructure.Tests.Synthesis;
using MovieRec.TestKit;

namespace MovieRec.Infrastructure.Tests.Commands;

/// <summary>Requirement "commands": <c>npx cdk</c> runs in <c>infrastructure/</c>, as the documents say.</summary>
public sealed class CdkCommandTests(Stacks stacks)
{
    private static readonly string s_folder = RepositoryRoot.File("infrastructure");

    [Fact]
    public async Task Synth_WithTheIds_PrintsTheTemplateOfTheTests()
    {
        using var folder = new TemporaryFolder();
        var (code, printed, errors) = await CdkAsync(
            folder, "synth", "--json", "-c", $"userPoolId={Stacks.UserPoolId}", "-c", $"userPoolClientId={Stacks.ClientId}",
            "-c", $"allowedOrigins={Stacks.FirstOrigin},{Stacks.SecondOrigin}");
        code.ShouldBe(0, errors);
        Template.Parse(printed).Text.ShouldBe(AsPrinted(stacks.Default));
    }

    [Fact]
    public async Task Synth_OfThePrerequisites_NeedsNoIds()
    {
        using var folder = new TemporaryFolder();
        var (code, printed, errors) = await CdkAsync(folder, "synth", "--json", "-c", "stack=prerequisites");
        code.ShouldBe(0, errors);
        Template.Parse(printed).Text.ShouldBe(AsPrinted(stacks.Prerequisites));
    }

    [Fact]
    public async Task Synth_OfTheWebStack_PrintsTheTemplateOfTheTests()
    {
        using var folder = new TemporaryFolder();
        var (code, printed, errors) = await CdkAsync(
            folder, "synth", "--json", "-c", "stack=web", "-c", $"apiUrl={Stacks.ApiUrl}", "-c", $"webDist={stacks.WebDist}");
        code.ShouldBe(0, errors);
        Template.Parse(printed).Text.ShouldBe(AsPrinted(stacks.Web));
    }

    [Fact]
    public async Task Synth_OfTheWebStackWithoutABuiltPage_SaysSoInASentence()
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) =
            await CdkAsync(folder, "synth", "-c", "stack=web", "-c", $"apiUrl={Stacks.ApiUrl}", "-c", $"webDist={folder.Path}");
        code.ShouldNotBe(0);
        errors.ShouldContain("index.html is missing: run web/make");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Synth_WithoutThePoolsId_SaysSoInASentence()
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await CdkAsync(folder, "synth");
        code.ShouldNotBe(0);
        errors.ShouldContain("userPoolId is missing: pass the id of your user pool, such as -c userPoolId=eu-west-1_AbCdEf123");
        errors.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("MovieRec", "InfrastructureStack")]
    [InlineData("films", "InfrastructureStack", "-c", "stackName=films")]
    [InlineData("MovieRec-Web", "WebStack", "-c", "stack=web")]
    public async Task Ls_WithoutTheIds_ListsTheStack(string name, string id, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var (code, printed, errors) = await CdkAsync(folder, ["ls", "--long", "--json", .. arguments]);
        code.ShouldBe(0, errors);
        using var stacksOfTheApp = System.Text.Json.JsonDocument.Parse(printed);
        var stack = stacksOfTheApp.RootElement.EnumerateArray().ShouldHaveSingleItem();
        (stack.GetProperty("name").GetString(), stack.GetProperty("id").GetString()).ShouldBe((name, id == name ? id : $"{id} ({name})"));
    }

    [Fact]
    public async Task Synth_WithoutWhatIsDeployed_SaysSoInASentence()
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await CdkAsync(
            folder, "synth", "-c", $"userPoolId={Stacks.UserPoolId}", "-c", $"userPoolClientId={Stacks.ClientId}", "-c",
            $"dist={folder.Path}");
        code.ShouldNotBe(0);
        errors.ShouldContain("function.zip is missing: run ./package");
    }

    /// <summary>Removes the check of the bootstrap version, which the command line omits.</summary>
    private static string AsPrinted(Template template) => template.Changed(printed => printed.Root.Remove("Rules")).Text;

    private async Task<(int Code, string Printed, string Errors)> CdkAsync(TemporaryFolder folder, params string[] arguments)
    {
        var start =
            new ProcessStartInfo(
                Path.Combine(s_folder, "node_modules", ".bin", "cdk"),
                ["--output", folder.File("cdk.out"), "--path-metadata=false", "--asset-metadata=false", "-c", $"dist={stacks.Dist}",
                    .. arguments])
            {
                WorkingDirectory = s_folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
        foreach (
            var name in new[] { "USER_POOL_ID", "USER_POOL_CLIENT_ID", "ALLOWED_ORIGINS", "DIST", "API_URL", "WEB_DIST", "WEB_DOMAIN",
                "WEB_CERTIFICATE_ARN" })
        {
            start.Environment.Remove(name);
        }
        using var cdk = Process.Start(start)!;
        var printed = cdk.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = cdk.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await cdk.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (cdk.ExitCode, await printed, await errors);
    }
}
