using MovieRec.EndToEnd.Hosting;
using MovieRec.EndToEnd.Requests;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.StartUp;

/// <summary>Stopping is clean, and a later start goes on where the last one ended.</summary>
public sealed class StopAndStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Host_AskedToStop_EndsWithExitCode0(string signal)
    {
        await using var host = await HostProcess.StartAsync(_folder.Path);
        using var client = new ApiClient(host.Address);
        (await client.GetAsync("/media?limit=1")).Status.ShouldBe(200);
        (await host.StopAsync(signal)).ShouldBe(0, host.Output);
        host.Output.ShouldNotContain("Exception", Case.Sensitive);
    }

    [Fact]
    public async Task Host_StartedAgain_KeepsTheDataAndDoesNotLoadTheCatalogueAgain()
    {
        const string loading = "Loading the catalogue";
        string record;
        string email;
        int port;
        await using (var first = await HostProcess.StartAsync(_folder.Path))
        {
            using var client = await first.NewUserAsync("ann@example.com");
            await StoredRecord.FillAsync(client, "the first start");
            record = await StoredRecord.OfAsync(client);
            email = client.Email!;
            port = new Uri(first.Address).Port;
            (await first.StopAsync("INT")).ShouldBe(0);
            first.Output.ShouldContain(loading);
        }

        await using var second = await HostProcess.StartAsync(_folder.Path, "--port", port.ToString());
        second.Output.ShouldNotContain(loading);
        using var again = new ApiClient(second.Address);
        await again.SignInAsync(email);
        (await StoredRecord.OfAsync(again)).ShouldBe(record);
        (await again.GetAsync("/media?limit=1")).Json.GetProperty("total_results").GetInt32().ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task Host_InAFolderThatIsNotThereYet_MakesIt()
    {
        var data = Path.Combine(_folder.Path, "one", "two");
        await using var host = await HostProcess.StartAsync(data);
        Directory.Exists(data).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();
}
