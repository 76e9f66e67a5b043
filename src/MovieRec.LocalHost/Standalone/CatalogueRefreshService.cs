using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;

namespace MovieRec.LocalHost.Standalone;

/// <summary>Service that refreshes the catalogue from TMDB at the start of the host and then twice a day.</summary>
/// <remarks>
/// Each run is short and publishes its titles, so that the first ones are there within a minute. The next run continues at once.
/// </remarks>
internal sealed class CatalogueRefreshService(
    CatalogueRefresh refresh, CatalogueCache catalogue, TimeProvider clock, ILogger<CatalogueRefreshService> log) : BackgroundService
{
    private const int RequestsARun = 1_500;

    private static readonly TimeSpan s_refreshEvery = TimeSpan.FromHours(12);
    /// <summary>Pause until the lease of a host that was stopped during a refresh has expired.</summary>
    private static readonly TimeSpan s_lookAgainAfter = new RefreshOptions().LeaseFor + TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_tryAgainAfter = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Not on a thread that handles requests.
                var pause = await Task.Run(() => RunAsync(stoppingToken), stoppingToken);
                await Task.Delay(pause, clock, stoppingToken);
            }
            catch (SourceRefusedException refused)
            {
                // TMDB will not accept the key later either.
                log.SourceRefused(refused.Message);
                return;
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.NotRefreshed(failed);
                await Task.Delay(s_tryAgainAfter, clock, stoppingToken);
            }
        }
    }

    private async Task<TimeSpan> RunAsync(CancellationToken cancellationToken)
    {
        var outcome = await refresh.RunAsync(new RefreshOptions { Requests = RequestsARun }, null, cancellationToken);
        if (outcome.Published)
            catalogue.Expire();
        return outcome.End switch
        {
            RefreshEnd.Paused => TimeSpan.Zero,
            RefreshEnd.Finished when outcome.Pending == 0 => s_refreshEvery,
            RefreshEnd.Busy => s_lookAgainAfter,
            _ => s_tryAgainAfter,
        };
    }
}
