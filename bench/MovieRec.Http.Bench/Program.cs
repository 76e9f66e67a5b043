using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MovieRec.Http.Bench;
using MovieRec.LocalHost;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Service;

// Measures the routes against an endpoint of the same host that serves the same bytes from memory. Rounds alternate, so that other load
// affects all alike; the figures are medians. Logs go to the console as in production: redirect them to /dev/null.
const int Rounds = 7;
const int Seconds = 4;
const int Connections = 32;

using var data = new TemporaryFolder();
var bodies = new Dictionary<string, byte[]>(StringComparer.Ordinal);
var options = new LocalHostOptions
{
    Port = 18_080,
    Limits = TestLimits.Wide,
    DataFolder = data.Path,
    Progress = TextWriter.Null,
    Extend = app => app.MapGet("/memory/{name}", (string name, HttpResponse response) =>
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bodies[name].Length;
        return response.Body.WriteAsync(bodies[name]).AsTask();
    }),
};
await using var app = await LocalHostApp.StartAsync(options, CancellationToken.None);
using var client = await ApiClient.SignedInAsync(options.Address, options.Inbox, "bench@example.com");
var popular = await client.GetAsync("/media?listType=popular&limit=50");
var titles = popular.Json.GetProperty("results").EnumerateArray().ToList();
foreach (var title in titles.Take(20))
{
    await client.PostAsync(
        "/user/favourites", new { mediaId = title.GetProperty("id").GetInt64(), mediaType = title.GetProperty("media_type").GetString() });
}

var targets = new (string Name, string Path, string? Token)[]
{
    ("media", "/prod/media", null),
    ("favourites", "/prod/user/favourites", client.AccessToken),
    ("recommendations", "/prod/recommendations?seed=1", client.AccessToken),
};
foreach (var (name, path, _) in targets)
    bodies[name] = Encoding.UTF8.GetBytes((await client.GetAsync(path["/prod".Length..])).Text);

var figures = targets.ToDictionary(
    target => target.Name, _ => new List<(double Own, double Memory, string P50, string P99)>(), StringComparer.Ordinal);
for (var round = -1; round < Rounds; round++)
{
    foreach (var (name, path, token) in targets)
    {
        var memory = await Wrk.RunAsync($"{options.Address}/memory/{name}", token, Connections, Seconds);
        var own = await Wrk.RunAsync(options.Address + path, token, Connections, Seconds);
        if (round >= 0) // the first round warms up
            figures[name].Add((own.RequestsPerSecond, memory.RequestsPerSecond, own.P50, own.P99));
    }
}

await Console.Error.WriteLineAsync(
    $"{Connections} connections, {Rounds} rounds of {Seconds} s in turn, medians; {Environment.ProcessorCount} cores shared with wrk");
foreach (var (name, path, _) in targets)
{
    var rounds = figures[name];
    await Console.Error.WriteLineAsync(
        $"GET {path,-32} {bodies[name].Length,6} bytes  {Median(rounds.Select(round => round.Own)),9:N0}/s  from memory "
        + $"{Median(rounds.Select(round => round.Memory)),9:N0}/s  "
        + $"ratio {Median(rounds.Select(round => round.Own / round.Memory)):F2}  p50 {rounds[rounds.Count / 2].P50}  p99 "
        + $"{rounds[rounds.Count / 2].P99}");
}

await InProcess.RunAsync(app, client);

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return sorted[sorted.Count / 2];
}
