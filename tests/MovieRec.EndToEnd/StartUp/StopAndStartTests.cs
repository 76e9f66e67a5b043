using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.StartUp;

/// <summary>Clean stops, after which a later start resumes with the same data.</summary>
public sealed class StopAndStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Host_StoppedByEitherSignalAndStartedAgain_KeepsTheDataAndDoesNotLoadTheCatalogueAgain()
    {
        // The host creates a missing folder.
        var data = Path.Combine(_folder.Path, "one", "two");
        const string loading = "Loading the catalogue";
        string record;
        string email;
        int port;
        await using (var first = await HostProcess.StartAsync(data))
        {
            using var client = await first.NewUserAsync("ann@example.com");
            await StoredRecord.FillAsync(client, "the first start");
            record = await StoredRecord.GetAsync(client);
            email = client.Email!;
            port = new Uri(first.Address).Port;
            (await first.StopAsync("INT")).ShouldBe(0, first.Output);
            first.Output.ShouldNotContain("Exception", Case.Sensitive);
            first.Output.ShouldContain(loading);
        }

        await using var second = await HostProcess.StartAsync(data, "--port", port.ToString());
        second.Output.ShouldNotContain(loading);
        using var again = new ApiClient(second.Address);
        await again.SignInAsync(email);
        (await StoredRecord.GetAsync(again)).ShouldBe(record);
        (await again.GetAsync("/media?limit=1")).Json.GetProperty("total_results").GetInt32().ShouldBeGreaterThan(10_000);
        (await second.StopAsync("TERM")).ShouldBe(0, second.Output);
        second.Output.ShouldNotContain("Exception", Case.Sensitive);
    }

    public void Dispose() => _folder.Dispose();
}
