using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.Durability;

/// <summary>Acknowledged writes, which survive ten SIGKILLs in the middle of writes to one data folder.</summary>
public sealed class KilledHostTests : IDisposable
{
    private const int Kills = 10;

    /// <summary>Acknowledged writes per round before the kill; the writers go on meanwhile.</summary>
    private const int WritesBeforeKill = 60;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Host_KilledInTheMiddleOfWrites_KeepsEveryAcknowledgedOneTenTimes()
    {
        var written = new AcknowledgedWrites();
        var host = await HostProcess.StartAsync(_folder.Path);
        var port = new Uri(host.Address).Port.ToString();
        try
        {
            using var user = await host.NewUserAsync("ann@example.com");
            for (var kill = 1; kill <= Kills; kill++)
            {
                var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var writers = written.WriteUntilTheHostIsGone(host.Address, user.AccessToken!, WritesBeforeKill, enough);
                // If the writers end before that number, the cause was not the kill.
                (await Task.WhenAny(enough.Task, writers)).ShouldBe(enough.Task, host.Output);
                await host.KillAsync();
                await writers;
                await host.DisposeAsync();

                host = await HostProcess.StartAsync(_folder.Path, "--port", port);
                await written.ShouldBeThereAsync(host.Address, user.AccessToken!, $"kill {kill}");
            }

            var refreshed = await user.PostAsync("/auth/refresh", new { refreshToken = user.RefreshToken });
            refreshed.Status.ShouldBe(200, refreshed.Text);
            await written.ShouldBeThereAsync(
                host.Address, refreshed.Json.GetProperty("accessToken").GetString()!, "with a refreshed token");
            using var again = new ApiClient(host.Address);
            await again.SignInAsync("ann@example.com");
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Concurrent writes of several clients of one user, and those that the host acknowledged.</summary>
    private sealed class AcknowledgedWrites
    {
        private readonly Lock _lock = new();
        private readonly HashSet<string> _favourites = new(StringComparer.Ordinal);
        private readonly HashSet<string> _watchlist = new(StringComparer.Ordinal);
        private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
        private int _preferences;
        private long _lastId = 8_000_000_000_000;
        private int _round;

        public Task WriteUntilTheHostIsGone(string address, string accessToken, int atLeast, TaskCompletionSource enough)
        {
            _round = 0;
            void Acknowledge(Action note)
            {
                lock (_lock)
                    note();
                if (Interlocked.Increment(ref _round) == atLeast)
                    enough.SetResult();
            }

            return Task.WhenAll(
                StreamAsync(
                    address, accessToken, async client =>
                        await AddAsync(client, "/user/favourites", id => Acknowledge(() => _favourites.Add(id)))),
                StreamAsync(
                    address, accessToken, async client =>
                        await AddAsync(client, "/user/favourites", id => Acknowledge(() => _favourites.Add(id)))),
                StreamAsync(
                    address, accessToken, async client =>
                        await AddAsync(client, "/user/watchlist", id => Acknowledge(() => _watchlist.Add(id)))),
                StreamAsync(address, accessToken, async client => await AddAsync(client, "/user/watchlist", async id =>
                {
                    (await client.DeleteAsync($"/user/watchlist?mediaId={id}")).Status.ShouldBe(200);
                    Acknowledge(() => _removed.Add(id));
                })),
                StreamAsync(address, accessToken, async client =>
                {
                    var number = _preferences + 1;
                    (await client.PostAsync("/user/preferences", new { number })).Status.ShouldBe(200);
                    Acknowledge(() => _preferences = number);
                }));
        }

        public async Task ShouldBeThereAsync(string address, string accessToken, string when)
        {
            using var client = new ApiClient(address) { AccessToken = accessToken };
            var favourites = await IdsAsync(client, "/user/favourites");
            var watchlist = await IdsAsync(client, "/user/watchlist");
            _favourites.Except(favourites).ShouldBeEmpty(when);
            _watchlist.Except(watchlist).ShouldBeEmpty(when);
            _removed.Intersect(watchlist).ShouldBeEmpty(when);

            // The write in flight at the kill may have succeeded without a response: one more at most.
            var number = (await client.GetAsync("/user/preferences")).Json.GetProperty("preferences").GetProperty("number").GetInt32();
            number.ShouldBeInRange(_preferences, _preferences + 1, when);
            _preferences = number;
        }

        private static async Task StreamAsync(string address, string accessToken, Func<ApiClient, Task> writeAsync)
        {
            using var client = new ApiClient(address) { AccessToken = accessToken };
            try
            {
                while (true)
                    await writeAsync(client);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                // The kill; a truncated response is no acknowledgement.
            }
        }

        private async Task AddAsync(ApiClient client, string list, Func<string, Task> acknowledgedAsync)
        {
            var id = Interlocked.Increment(ref _lastId).ToString();
            var response = await client.PostAsync(list, new { mediaId = id, title = $"Film {id}" });
            response.Status.ShouldBe(200, response.Text);
            await acknowledgedAsync(id);
        }

        private Task AddAsync(ApiClient client, string list, Action<string> acknowledged) => AddAsync(client, list, id =>
        {
            acknowledged(id);
            return Task.CompletedTask;
        });

        private static async Task<HashSet<string>> IdsAsync(ApiClient client, string list) =>
            (await client.GetAsync(list)).Json.GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("mediaId").GetString()!).ToHashSet(StringComparer.Ordinal);
    }
}
