using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.StartUp;

/// <summary>The command that a user types.</summary>
public sealed class RunCommandTests
{
    /// <summary>Programs that the command needs to serve the API if nothing has to be compiled.</summary>
    private static readonly string[] s_programs = ["bash", "dirname", "dotnet", "find"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_FromAnyFolder_ServesTheEmbeddedCatalogueAndThePageAndStops()
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartByCommandAsync(RepositoryRoot.File("run"), [], data.Path);
        await ShouldServeTheCatalogueAsync(host);
        using (var http = new HttpClient())
            (await http.GetStringAsync(new Uri(host.Address), Cancellation)).ShouldContain("<script type=\"module\"");
        (await host.StopAsync("TERM")).ShouldBe(0);
    }

    [Fact]
    public async Task Run_WithoutNode_SaysSoAndServesTheApiAlone()
    {
        using var data = new TemporaryFolder();
        using var clone = new TemporaryFolder();
        using var path = new TemporaryFolder();
        // Simulates a clone in which only the page is not built: links to the repository, except for web/.
        foreach (
            var name in new[] { "src", "data", "docs", "global.json", ".editorconfig", "Directory.Build.props", "Directory.Build.targets" })
        {
            File.CreateSymbolicLink(clone.File(name), RepositoryRoot.File(name));
        }
        File.Copy(RepositoryRoot.File("run"), clone.File("run"));
        Directory.CreateDirectory(clone.File("web"));
        File.Copy(RepositoryRoot.File("web", "make"), Path.Combine(clone.File("web"), "make"));
        Directory.CreateDirectory(clone.File("artifacts"));
        File.CreateSymbolicLink(Path.Combine(clone.File("artifacts"), "bin"), RepositoryRoot.File("artifacts", "bin"));
        await File.WriteAllTextAsync(Path.Combine(clone.File("artifacts"), "run.stamp"), "", Cancellation);
        foreach (var program in s_programs)
            File.CreateSymbolicLink(path.File(program), OnPath(program));

        await using var host = await HostProcess.StartByCommandAsync(clone.File("run"), [("PATH", path.Path)], data.Path);
        host.Output.ShouldContain("The page needs Node");
        host.Output.ShouldContain("Serving the API alone");
        await ShouldServeTheCatalogueAsync(host);
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(host.Address), Cancellation)).ShouldNotContain("<script");
    }

    private static async Task ShouldServeTheCatalogueAsync(HostProcess host)
    {
        using var client = new ApiClient(host.Address);
        var titles = Directory.EnumerateFiles(RepositoryRoot.File("data"), "*.jsonl").Sum(file => File.ReadLines(file).Count());
        (await client.GetAsync("/media")).Json.GetProperty("total_results").GetInt32().ShouldBe(titles);
    }

    private static string OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program))
            .First(File.Exists);
}
