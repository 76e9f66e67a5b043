using System.Globalization;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Lambda.Gateway;

namespace MovieRec.Lambda.Composition;

/// <summary>Scheduled refresh of the catalogue, if there is a source, and log line about the current catalogue.</summary>
/// <remarks>
/// It fails only if the operator has to act: the key is rejected, or the source does not respond and the catalogue is old.
/// </remarks>
/// <param name="open">Composes a refresh; null if there is no source.</param>
/// <param name="catalogue">The catalogue that the function serves.</param>
internal sealed class ScheduledRefresh(Func<CatalogueRefresh>? open, CatalogueCache catalogue, TimeProvider clock, ILogger log)
{
    /// <summary>Time that a refresh reserves for building and writing the catalogue after the last fetch.</summary>
    private static readonly TimeSpan s_toPublish = TimeSpan.FromSeconds(45);

    /// <summary>Age from which an outage of the source is an error; a shorter one needs no action.</summary>
    private static readonly TimeSpan s_old = TimeSpan.FromDays(3);

    /// <exception cref="SourceRefusedException">The key is rejected or cannot be read; the message says what to do.</exception>
    /// <exception cref="SourceUnavailableException">The source does not respond, and the current catalogue is old.</exception>
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
        var current = (await catalogue.CurrentAsync(cancellationToken)).Catalogue;
        log.CurrentCatalogue(current.Version, current.Count);
        if (end == RefreshEnd.SourceDown && IsOld(current.Version))
        {
            throw new SourceUnavailableException(
                $"TMDB does not respond, and the current catalogue, {current.Version}, is not a TMDB catalogue of the last {s_old.Days} "
                + $"days.");
        }
    }

    /// <summary>Returns whether a catalogue is old or not from TMDB; versions of TMDB catalogues contain the build time.</summary>
    private bool IsOld(string version) => !DateTimeOffset.TryParseExact(
        version, "'tmdb-'yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made)
            || clock.GetUtcNow() - made > s_old;
}
