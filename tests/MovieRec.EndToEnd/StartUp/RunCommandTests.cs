using MovieRec.EndToEnd.Hosting;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.StartUp;

/// <summary>The command that a user types.</summary>
public sealed class RunCommandTests
{
    [Fact]
    public async Task Run_FromAnyFolder_ServesTheEmbeddedCatalogueAndStops()
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartByCommandAsync(data.Path);
        using (var client = new ApiClient(host.Address))
            (await client.GetAsync("/media")).Json.GetProperty("total_results").GetInt32().ShouldBe(12_000);
        (await host.StopAsync("TERM")).ShouldBe(0);
    }
}
