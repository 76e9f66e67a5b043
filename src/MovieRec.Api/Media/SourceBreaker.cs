using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues.Source;

namespace MovieRec.Api.Media;

/// <summary>Circuit breaker for calls of the source during requests; a late or failed call is not an error.</summary>
/// <remarks>
/// A source that rejects requests, or was too slow several times, is not called for a while, so that no request waits in vain.
/// </remarks>
internal sealed class SourceBreaker(TimeProvider clock, ILogger log)
{
    /// <summary>Timeout of a call during a request.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2.5);

    private const int MostTooSlow = 3;
    private static readonly TimeSpan s_afterRefusal = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_afterTooSlow = TimeSpan.FromSeconds(15);

    private long _leftAloneUntil = long.MinValue;
    private int _tooSlow;

    /// <returns>Whether <paramref name="ask"/> completed.</returns>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref _leftAloneUntil))
            return false;
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await ask(either.Token);
            Volatile.Write(ref _tooSlow, 0);
            return true;
        }
        catch (SourceRefusedException refused)
        {
            if (LeaveAlone(s_afterRefusal))
                log.SourceRefused(refused.Message);
        }
        catch (SourceUnavailableException unavailable)
        {
            log.SourceUnavailable(unavailable);
        }
        catch (OperationCanceledException tooSlow) when (!cancellationToken.IsCancellationRequested)
        {
            log.SourceUnavailable(tooSlow);
            if (Interlocked.Increment(ref _tooSlow) >= MostTooSlow)
                LeaveAlone(s_afterTooSlow);
        }

        return false;
    }

    /// <returns>False where others, asking at the same time, have found out before.</returns>
    private bool LeaveAlone(TimeSpan time)
    {
        var now = clock.GetTimestamp();
        return Interlocked.Exchange(ref _leftAloneUntil, now + (long)(time.TotalSeconds * clock.TimestampFrequency)) <= now;
    }
}
