using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

public sealed class KeySecrecyTests
{
    public static TheoryData<string> Cases => [.. s_faults.Keys];

    private static readonly Dictionary<string, TmdbFault> s_faults = new(StringComparer.Ordinal)
    {
        ["refused"] = TmdbFault.WrongKey(),
        ["not found"] = TmdbFault.NotFound(),
        ["too many"] = TmdbFault.TooMany("0"),
        ["wait long"] = TmdbFault.TooMany("7200"),
        ["failing"] = TmdbFault.Status(500),
        ["truncated"] = TmdbFault.Truncated(),
        ["malformed"] = TmdbFault.Malformed(),
        ["reset"] = TmdbFault.Reset(),
        ["closed"] = TmdbFault.Close(),
        ["too large"] = TmdbFault.TooLarge(saysLength: true),
        ["slow"] = TmdbFault.Hang(),
        ["strange"] = TmdbFault.Response(418, "{}"),
        ["fine"] = TmdbFault.Response(200, "{}"),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Key_UnderEveryFault_IsInNoLogAndNoException(string fault)
    {
        foreach (var withToken in new[] { false, true })
        {
            await using var tmdb = new TmdbFixture(films: 1, clock: TimeProvider.System, options: server => new()
            {
                Key = withToken ? server.Token : server.Key,
                BaseAddress = server.Address,
                Attempts = 2,
                OutageTries = 2,
                Delay = TimeSpan.FromMilliseconds(1),
                TryTimeout = TimeSpan.FromMilliseconds(50),
                RequestsPerSecond = 1000,
            });
            tmdb.Server.Inject(s_faults[fault]);
            await ExpectSecretAsync(tmdb, () => tmdb.DetailsAsync(1));
            await ExpectSecretAsync(tmdb, () => tmdb.PopularAsync());
            await ExpectSecretAsync(tmdb, () => tmdb.Source.SearchAsync("what a user typed", kind: null, 1, TmdbFixture.Token));
        }
    }

    [Fact]
    public async Task Key_WhenNobodyListens_IsInNoLogAndNoException()
    {
        await using var tmdb = new TmdbFixture();
        await tmdb.Server.DisposeAsync();
        await ExpectSecretAsync(tmdb, () => tmdb.DetailsAsync(1));
    }

    private static async Task ExpectSecretAsync(TmdbFixture tmdb, Func<Task> call)
    {
        var failure = await Record.ExceptionAsync(call);
        string[] secrets = [tmdb.Options.Key, "api_key=", "http://", "what a user typed", "typed"];
        foreach (var secret in secrets)
        {
            // Also covers the stack trace and each inner exception.
            failure?.ToString().ShouldNotContain(secret);
            tmdb.Log.Lines.ShouldAllBe(line => !line.Contains(secret));
        }
    }
}
