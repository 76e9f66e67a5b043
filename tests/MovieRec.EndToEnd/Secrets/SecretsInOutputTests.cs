using MovieRec.TestKit;
using MovieRec.TestKit.Hosts.Contracts;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.EndToEnd.Secrets;

public sealed class SecretsInOutputTests(SharedHost shared) : SecretsContract(shared)
{
    [Theory]
    [InlineData(TmdbFaultKind.Response)]
    [InlineData(TmdbFaultKind.Reset)]
    public async Task Output_WithAKeyOfTmdbs_DoesNotHoldIt(TmdbFaultKind kind)
    {
        const string Key = "markedtmdbkeymarkedtmdbkeymarked";
        using var folder = new TemporaryFolder();
        await using var tmdb = new TmdbServer(films: 20) { Key = Key };
        tmdb.Inject((kind == TmdbFaultKind.Response ? TmdbFault.WrongKey() : TmdbFault.Reset()) with { Every = 4 });
        await using var host =
            await HostProcess.StartAsync([("TMDB_API_KEY", Key), ("TMDB_BASE_URL", tmdb.Address.ToString())], folder.Path);
        using (var client = new ApiClient(host.Address))
        {
            foreach (var target in (string[])["/media", "/media?query=qqqqqqqq", "/media?ids=19", "/media?query=qqqqqqqr"])
                (await client.GetAsync(target)).Text.ShouldNotContain(Key);
        }

        (await host.StopAsync("TERM")).ShouldBe(0);
        host.Output.ShouldNotContain(Key);
        tmdb.Count().ShouldBeGreaterThan(0);
    }
}
