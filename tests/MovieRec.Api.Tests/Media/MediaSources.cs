using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Media;
using MovieRec.Api.Tests.Hosting;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb;

namespace MovieRec.Api.Tests.Media;

/// <summary>The functions over SQLite, with the real client of a TMDB stand-in whose clock stands still.</summary>
/// <remarks>The client sends one request at a time, so a received request means that all earlier ones have their response.</remarks>
internal sealed class MediaSources : IAsyncDisposable
{
    private readonly HttpClient _http = TmdbHttp.CreateClient();
    private readonly TmdbSource _source;

    private MediaSources(TmdbServer tmdb, string? key)
    {
        Tmdb = tmdb;
        _source = new TmdbSource(new TmdbOptions
        {
            Key = key ?? tmdb.Key,
            BaseAddress = tmdb.Address,
            RequestsPerSecond = 50_000,
            MaxConcurrent = 1,
            Delay = TimeSpan.Zero,
        },
            _http, new ManualClock(), new Random(7), NullLogger.Instance);
    }

    public TmdbServer Tmdb { get; }

    public Service Service { get; private set; } = null!;

    public static async Task<MediaSources> StartAsync(TmdbServer tmdb, params IReadOnlyList<Title> titles) =>
        await StartAsync(tmdb, null, titles);

    public static async Task<MediaSources> StartAsync(TmdbServer tmdb, string? key, IReadOnlyList<Title> titles)
    {
        var sources = new MediaSources(tmdb, key);
        sources.Service = await Service.StartAsync(sources._source, titles);
        return sources;
    }

    public async Task<Listing> GetAsync(string target) => new(await Service.GetAsync(target));

    /// <summary>Gets a response while TMDB hangs at the given request, if it is sent; then the caller's timeout passes.</summary>
    public async Task<Listing> GetHangingAsync(string target, int requests = 1)
    {
        var received = Tmdb.ReceivesAsync(requests);
        var response = GetAsync(target);
        if (await Task.WhenAny(received, response) == received)
            Service.Clock.Advance(TimeSpan.FromSeconds(2.5));
        return await response;
    }

    /// <summary>Creates another instance of the function over the same tables.</summary>
    public MediaCacheFunction AnotherInstance() => new(
        Service.Catalogue, Service.Titles, new SourceLookup(_source, Service.Titles, Service.Lists, Service.Clock, NullLogger.Instance),
        Service.Clock);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        _source.Dispose();
        _http.Dispose();
        await Tmdb.DisposeAsync();
    }
}

/// <summary>Response of <c>/media</c>.</summary>
internal sealed record Listing(ClientResponse Response)
{
    public string Source => Response.Json.GetProperty("source").GetString()!;

    public int Total => Response.Json.GetProperty("total_results").GetInt32();

    public string[] Keys => [.. Response.Json.GetProperty("results").EnumerateArray()
        .Select(item => $"{item.GetProperty("media_type").GetString()}#{item.GetProperty("id").GetInt64()}")];

    public string[] Titles =>
        [.. Response.Json.GetProperty("results").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
}
