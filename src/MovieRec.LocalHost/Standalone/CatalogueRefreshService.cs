using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;

namespace MovieRec.LocalHost.Standalone;

/// <summary>
/// Refreshes the catalogue from TMDB when the host starts and twice a day from then on. Each run is short and publishes what it has, so
/// that the first titles are there within a minute; the next one goes on at once.
/// </summary>
internal sealed class CatalogueRefreshService(CatalogueRefresh refresh, CatalogueCache catalogue, TimeProvider clock, ILogger<CatalogueRefreshService> log) : BackgroundService
{
    private const int RequestsARun = 1_500;

    private static readonly TimeSpan s_refreshEvery = TimeSpan.FromHours(12);
    /// <summary>As long as the lease lasts of a host that was stopped in the middle of a refresh.</summary>
    private static readonly TimeSpan s_lookAgainAfter = new RefreshOptions().LeaseFor + TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_tryAgainAfter = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Off the threads that answer requests.
                var pause = await Task.Run(() => RunAsync(stoppingToken), stoppingToken);
                await Task.Delay(pause, clock, stoppingToken);
            }
            catch (SourceRefusedException refused)
            {
                // It will not take the key later either.
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
