using MovieRec.Api.Catalogues.Refresh;

namespace MovieRec.Cli.Commands;

/// <summary>Waits for another refresh that was killed: what it leaves behind looks like one that runs, until its lease ends.</summary>
internal static class RefreshTurn
{
    private static readonly TimeSpan s_every = TimeSpan.FromMilliseconds(250);

    /// <param name="refresh">Tries once.</param>
    /// <param name="lease">How long the other one's lasts at most.</param>
    /// <param name="say">Tells who looks on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
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
        // One that runs renews its lease: it is there still when a whole one is over.
        while (outcome.End == RefreshEnd.Busy && clock.GetElapsedTime(started) < lease + s_every
            && await timer.WaitForNextTickAsync(cancellationToken))
        {
            outcome = await refresh();
        }
        return outcome;
    }
}
