using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MovieRec.Api.Catalogues;
using MovieRec.Emulators.Processes;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Service;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb;

namespace MovieRec.LocalHost.Tests.Refreshing;

/// <summary>Host with a key for a stand-in of TMDB, on a folder that another host may have used before.</summary>
internal sealed class TmdbHost : IAsyncDisposable
{
    private readonly WatchedLog _log;
    private readonly WebApplication _app;

    private TmdbHost(LocalHostOptions options, WatchedLog log, WebApplication app)
    {
        (_log, _app) = (log, app);
        (Address, Inbox) = (options.Address, options.Inbox);
        Client = new ApiClient(Address);
    }

    public string Address { get; }

    public string Inbox { get; }

    public ApiClient Client { get; }

    /// <summary>Log so far; complete when the host has ended.</summary>
    public string Log => _log.Text;

    public static async Task<TmdbHost> StartAsync(string folder, TmdbServer tmdb, string? key = null)
    {
        var log = new WatchedLog();
        var options = new LocalHostOptions
        {
            Port = LoopbackPort.Free(),
            Limits = TestLimits.Wide,
            DataFolder = folder,
            Learning = false,
            Progress = TextWriter.Null,
            LogOutput = log,
            // No timeout ends a call on a slow machine; waits between attempts are skipped.
            Clock = new ManualClock { Skipped = TimeSpan.FromSeconds(1) },
            Tmdb = new TmdbOptions
            {
                Key = key ?? tmdb.Key,
                BaseAddress = tmdb.Address,
                RequestsPerSecond = 50_000,
                Delay = TimeSpan.FromMilliseconds(1),
            },
        };
        return new TmdbHost(options, log, await LocalHostApp.StartAsync(options, TestContext.Current.CancellationToken));
    }

    /// <summary>Reads the current catalogue, without the cache's wait of a minute.</summary>
    public async Task<LoadedCatalogue> CurrentAsync()
    {
        var cache = _app.Services.GetRequiredService<CatalogueCache>();
        cache.Expire();
        return await cache.CurrentAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until this text is logged.</summary>
    public Task LoggedAsync(string text) => _log.WaitForAsync(text, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // As Ctrl-C does: the running refresh releases its lease.
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
