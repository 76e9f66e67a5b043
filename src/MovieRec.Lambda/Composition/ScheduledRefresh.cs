using System.Globalization;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Lambda.Gateway;

namespace MovieRec.Lambda.Composition;

/// <summary>
/// What the schedule asks for: a refresh of the catalogue, where there is a source, and a look at what is in force. It fails where somebody
/// has to do something: a key that is refused at once, a source that does not answer when the catalogue has grown old.
/// </summary>
/// <param name="open">Puts a refresh together; null where there is no source.</param>
/// <param name="catalogue">What the function serves.</param>
internal sealed class ScheduledRefresh(Func<CatalogueRefresh>? open, CatalogueCache catalogue, TimeProvider clock, ILogger log)
{
    /// <summary>What a refresh leaves of its time for putting together and writing what it has fetched.</summary>
    private static readonly TimeSpan s_toPublish = TimeSpan.FromSeconds(45);

    /// <summary>An outage that is over by then is nobody's business.</summary>
    private static readonly TimeSpan s_old = TimeSpan.FromDays(3);

    /// <exception cref="SourceRefusedException">The key is refused or cannot be had; in a sentence that says what to do.</exception>
    /// <exception cref="SourceUnavailableException">The source does not answer, and the catalogue in force is old.</exception>
    public async Task RunAsync(ScheduledEvent scheduled, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var end = RefreshEnd.Finished;
        if (open is not null)
        {
            var left = deadline - clock.GetUtcNow() - s_toPublish;
            var options = new RefreshOptions { Time = left > TimeSpan.Zero ? left : TimeSpan.Zero };
            end = (await open().RunAsync(options, null, cancellationToken)).End;
        }

        catalogue.Expire();
        var inForce = (await catalogue.CurrentAsync(cancellationToken)).Catalogue;
        log.CatalogueInForce(inForce.Version, inForce.Count);
        if (end == RefreshEnd.SourceDown && IsOld(inForce.Version))
            throw new SourceUnavailableException($"TMDB does not answer, and the catalogue in force, {inForce.Version}, is not of the last days.");
    }

    /// <summary>The version of a catalogue of TMDB's says when it was put together.</summary>
    private bool IsOld(string version) => !DateTimeOffset.TryParseExact(
        version, "'tmdb-'yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made) || clock.GetUtcNow() - made > s_old;
}
