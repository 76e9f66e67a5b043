using MovieRec.Api.Catalogues.Refresh;

namespace MovieRec.Cli.Commands;

/// <summary>Waits until the lease of a killed refresh has ended.</summary>
/// <remarks>The state that a killed refresh leaves behind cannot be told from a running one until its lease ends.</remarks>
internal static class RefreshTurn
{
    private static readonly TimeSpan s_every = TimeSpan.FromMilliseconds(250);

    /// <param name="refresh">One attempt.</param>
    /// <param name="lease">Maximum duration of the other refresh's lease.</param>
    /// <param name="say">Prints a message to the operator.</param>
    /// <param name="cancellationToken">Token that ends the wait.</param>
    public static async Task<RefreshOutcome> RunAsync(
        Func<Task<RefreshOutcome>> refresh, TimeSpan lease, Action<string> say, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var outcome = await refresh();
        if (outcome.End != RefreshEnd.Busy)
            return outcome;
        say($"Another refresh is running, or was killed: waiting for {lease.TotalSeconds:N0} seconds at most.");
        using var timer = new PeriodicTimer(s_every, clock);
        // A running refresh renews its lease: it is still busy after a whole lease.
        while (outcome.End == RefreshEnd.Busy && clock.GetElapsedTime(started) < lease + s_every
            && await timer.WaitForNextTickAsync(cancellationToken))
        {
            outcome = await refresh();
        }
        return outcome;
    }
}
