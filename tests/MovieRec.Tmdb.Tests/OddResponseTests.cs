using System.Net;
using System.Text.Json.Nodes;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

/// <summary>Valid responses with a value omitted, null, of another type, or cut off.</summary>
/// <remarks>Only exceptions that the port documents may be thrown.</remarks>
public sealed class OddResponseTests
{
    private static readonly string?[] s_values =
        [null, "true", "0", "-1", "1e999", "12345678901234567890", "\"\"", "\"\\ud800\"", "\"12\"", "[]", "[null,1,\"x\",{},[[]]]", "{}",
            "{\"a\":[{}]}"];

    [Fact]
    public async Task Answer_WithAnyPartChanged_ThrowsNothingButWhatIsDocumented()
    {
        using var responses = new ScriptedHandler();
        using var http = new HttpClient(responses);
        await using var server = new TmdbServer(films: 3, series: 3);
        using var real = TmdbHttp.CreateClient();
        using var source = new TmdbSource(
            new() { Key = server.Key, Attempts = 1, RequestsPerSecond = 100_000, OutageTries = 1_000_000 }, http, TimeProvider.System,
            new Random(1), new LogLines());
        var changes = 0;
        foreach (var (path, calls) in Cases(source))
        {
            var separator = path.Contains('?') ? '&' : '?';
            var body = await real.GetStringAsync(new Uri(server.Address, $"{path}{separator}api_key={server.Key}"), TmdbFixture.Token);
            foreach (var changed in Changed(body))
            {
                responses.Body = changed;
                changes++;
                foreach (var call in calls)
                {
                    var failure = await Record.ExceptionAsync(call);
                    if (failure is not (null or SourceUnavailableException))
                        Assert.Fail($"{failure}\n{changed}");
                }
            }
        }
        changes.ShouldBeGreaterThan(1000);
    }

    private static IEnumerable<(string Path, Func<Task>[] Calls)> Cases(TmdbSource source)
    {
        foreach (var kind in new[] { MediaKind.Movie, MediaKind.Tv })
        {
            var name = TitleKey.GetName(kind);
            yield return ($"{name}/1", [() => CheckedAsync(source.DetailsAsync(new TitleKey(kind, 1), TmdbFixture.Token))]);
            yield return ($"{name}/popular", [() => CheckedAsync(source.ListAsync(new(SourceOrder.Popular, kind), 1, TmdbFixture.Token))]);
            var sought = new Title
            {
                Key = new(kind, 1),
                Name = GeneratedTitles.GetName(1),
                ImdbId = $"tt{kind + 1:D}0000001",
                ReleaseDate = "1999",
            };
            yield return ($"find/{sought.ImdbId}?external_source=imdb_id", [() => source.MatchAsync(sought, TmdbFixture.Token)]);
        }
        yield return ("search/multi?query=river", [() => CheckedAsync(source.SearchAsync("river", kind: null, 1, TmdbFixture.Token))]);
    }

    private static async Task CheckedAsync(Task<SourcePage> page)
    {
        var response = await page;
        response.TotalPages.ShouldBeInRange(0, 500);
        response.TotalResults.ShouldBeGreaterThanOrEqualTo(0);
        foreach (var title in response.Titles)
            await CheckedAsync(Task.FromResult<Title?>(title));
    }

    private static async Task CheckedAsync(Task<Title?> details)
    {
        if (await details is not { } title)
            return;
        title.Key.Id.ShouldBeInRange(1, int.MaxValue);
        title.Name.ShouldNotBeNullOrWhiteSpace();
        title.Popularity.ShouldBeInRange(0, double.MaxValue);
        (title.VoteAverage ?? 0).ShouldBeInRange(0, 10);
        (title.RuntimeMinutes ?? 1).ShouldBeGreaterThan(0);
        title.Cast.Concat(title.Directors).Concat(title.Keywords).ShouldAllBe(text => !string.IsNullOrWhiteSpace(text));
        title.Countries.ShouldAllBe(country => country.Length == 2);
        (title.PosterPath ?? "/").ShouldStartWith("/");
    }

    private static IEnumerable<string> Changed(string body)
    {
        for (var length = 0; length < body.Length; length += Math.Max(1, body.Length / 40))
            yield return body[..length];
        var places = Places(JsonNode.Parse(body)!, 0).ToArray();
        for (var place = 0; place < places.Length; place++)
        {
            for (var value = -1; value < s_values.Length; value++)
                yield return With(body, place, value);
        }
    }

    // Replaces the value at the place, or omits it if the new value is -1.
    private static string With(string body, int place, int value)
    {
        var root = JsonNode.Parse(body)!;
        var (parent, name, index) = Places(root, 0).ElementAt(place);
        const string mark = "\u0001mark";
        if (parent is JsonObject fields && value < 0)
            fields.Remove(name!);
        else if (parent is JsonObject whole)
            whole[name!] = mark;
        else if (parent is JsonArray list && value < 0)
            list.RemoveAt(index);
        else
            parent.AsArray()[index] = mark;
        return root.ToJsonString().Replace("\"\\u0001mark\"", value < 0 ? "" : s_values[value] ?? "null", StringComparison.Ordinal);
    }

    // The first two items represent a long list.
    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode node, int depth)
    {
        var children = node switch
        {
            JsonObject fields => fields.Select(field => (Name: (string?)field.Key, Index: 0, field.Value)),
            JsonArray list => list.Take(2).Select((item, at) => (Name: (string?)null, Index: at, Value: item)),
            _ => [],
        };
        foreach (var (name, index, value) in children.ToArray())
        {
            yield return (node, name, index);
            if (value is not null && depth < 8)
            {
                foreach (var place in Places(value, depth + 1))
                    yield return place;
            }
        }
    }

    /// <summary>Handler with scripted responses, because thousands of similar ones need no sockets.</summary>
    private sealed class ScriptedHandler : HttpMessageHandler
    {
        public string Body { get; set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Body) });
    }
}
