using System.Globalization;
using MovieRec.Package.Tests.Hosting;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.Package.Tests;

/// <summary>Deployed functions behind the local host's gateway, started by the command that a user types.</summary>
public sealed class PackagedHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunPackaged_FromSignUpToRecommendations_AnswersAndKeepsItOverAKill()
    {
        using var data = new TemporaryFolder();
        await PackagedHost.FillAsync(data.Path);
        const string Email = "journey@example.com";
        string favourites;
        int port;
        List<int> children;
        await using (var host = await PackagedHost.StartByCommandAsync(data.Path))
        {
            port = new Uri(host.Address).Port;
            using var client = await host.NewUserAsync(Email);
            favourites = await LikeBladeRunnerAsync(client);
            await RecommendAsync(client);
            await RefreshAsync(client);
            children = Descendants(host.ProcessId);
            // DynamoDB, Cognito, and the eight functions except the watchlist.
            children.Count.ShouldBeGreaterThanOrEqualTo(9, host.Output);
            await host.KillAsync();
        }

        while (children.Any(IsAlive))
            await Task.Delay(10, Cancellation);

        await using var again = await PackagedHost.StartByCommandAsync(data.Path, "--port", port.ToString(CultureInfo.InvariantCulture));
        again.Output.ShouldNotContain("Loading the catalogue");
        using var returned = new ApiClient(again.Address);
        await returned.SignInAsync(Email);
        (await returned.GetAsync("/user/favourites")).Text.ShouldBe(favourites);
        (await again.StopAsync("INT")).ShouldBe(0, again.Output);
    }

    private static async Task<string> LikeBladeRunnerAsync(ApiClient client)
    {
        (await client.PostAsync("/user/preferences", new { favoriteGenres = new[] { "878" } })).Status.ShouldBe(200);
        var found = (await client.GetAsync("/media?query=blade%20runner&mediaType=movie")).Json.GetProperty("results")[0];
        (await client.PostAsync(
            "/user/favourites", new { mediaId = found.GetProperty("id").GetInt64(), mediaType = "movie" })).Status.ShouldBe(200);
        var favourites = await client.GetAsync("/user/favourites");
        favourites.Text.ShouldContain("Blade Runner");
        return favourites.Text;
    }

    private static async Task RecommendAsync(ApiClient client)
    {
        var list = await client.GetAsync("/recommendations?limit=20");
        list.Json.GetProperty("source").GetString().ShouldBe("personalized");
        list.Json.GetProperty("items").EnumerateArray().ToList()
            .ShouldAllBe(item => item.GetProperty("recommendationReason").GetString()!.Length > 0);
    }

    private static async Task RefreshAsync(ApiClient client)
    {
        var refreshed = await client.PostAsync("/auth/refresh", new { refreshToken = client.RefreshToken });
        refreshed.Status.ShouldBe(200, refreshed.Text);
        client.AccessToken = refreshed.Json.GetProperty("accessToken").GetString();
        (await client.GetAsync("/user/favourites")).Status.ShouldBe(200);
        client.AccessToken += "x";
        (await client.GetAsync("/user/favourites")).Status.ShouldBe(401);
    }

    private static List<int> Descendants(int process)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .ToDictionary(id => id, id => GetStatus(id) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : 0);
        var descendants = new List<int>();
        var next = new Queue<int>([process]);
        while (next.TryDequeue(out var one))
        {
            foreach (var child in parents.Where(pair => pair.Value == one).Select(pair => pair.Key))
            {
                descendants.Add(child);
                next.Enqueue(child);
            }
        }

        return descendants;
    }

    /// <summary>Returns true if the process runs; a zombie is dead, and only waits for its parent to read its status.</summary>
    private static bool IsAlive(int process) => GetStatus(process) is [not "Z", ..];

    /// <summary>Reads the fields after the name in proc(5): state, parent and more; empty if the process has ended.</summary>
    private static string[] GetStatus(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
