using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;
using MovieRec.TestKit;
using MovieRec.TestKit.Tmdb;

namespace MovieRec.Tmdb.Tests.Fixtures;

/// <summary>Client with its stand-in server; time stands still, so that no attempt ends before its response.</summary>
internal sealed class TmdbFixture : IAsyncDisposable
{
    private readonly HttpClient _http = TmdbHttp.CreateClient();

    public TmdbFixture(int films = 0, int series = 0, Func<TmdbServer, TmdbOptions>? options = null, TimeProvider? clock = null)
    {
        Server = new TmdbServer(films, series);
        Options = options?.Invoke(Server) ?? Quick(Server);
        Source = new TmdbSource(Options, _http, clock ?? new ManualClock(), new Random(1), Log);
    }

    public TmdbServer Server { get; }

    public TmdbOptions Options { get; }

    public TmdbSource Source { get; }

    public LogLines Log { get; } = new();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Creates options without waits.</summary>
    public static TmdbOptions Quick(TmdbServer server) => new()
    {
        Key = server.Key,
        BaseAddress = server.Address,
        RequestsPerSecond = 10_000,
        Delay = TimeSpan.Zero,
        OutageTries = 1000,
    };

    public Task<Title?> DetailsAsync(long id, MediaKind kind = MediaKind.Movie) => Source.DetailsAsync(new TitleKey(kind, id), Token);

    public Task<SourcePage> PopularAsync(int page = 1, MediaKind kind = MediaKind.Movie) =>
        Source.ListAsync(new SourceList(SourceOrder.Popular, kind), page, Token);

    public async ValueTask DisposeAsync()
    {
        Source.Dispose();
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
