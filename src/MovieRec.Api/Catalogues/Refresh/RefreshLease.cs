namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Holds the journal's lease while work goes on, and stops the work where it is lost.</summary>
internal sealed class RefreshLease(IRefreshState state, string holder, TimeProvider clock, TimeSpan length)
{
    private const int RenewalsALease = 3;

    private Exception? _lastFailure;

    /// <returns>The result of <paramref name="work"/>; <paramref name="otherwise"/> if another holds the lease or takes it over.</returns>
    /// <exception cref="LeaseLostException">The lease could not be renewed until it ended.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, T otherwise, CancellationToken cancellationToken)
    {
        if (!await TakeAsync(cancellationToken))
            return otherwise;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var renewals = RenewAsync(lost, done.Token);
        try
        {
            return await work(lost.Token);
        }
        catch (Exception ended) when (
            !cancellationToken.IsCancellationRequested
                && (ended is LeaseLostException || (ended is OperationCanceledException && lost.IsCancellationRequested)))
        {
            // The caller did not cancel it.
            return _lastFailure is null ? otherwise : throw new LeaseLostException(_lastFailure);
        }
        finally
        {
            await done.CancelAsync();
            await renewals;
            // Also where the caller gave up: the next run need not wait for the lease to end.
            await state.ReleaseAsync(holder, CancellationToken.None);
        }
    }

    private Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return state.TakeAsync(holder, now, now + length, cancellationToken);
    }

    private async Task RenewAsync(CancellationTokenSource lost, CancellationToken done)
    {
        using var timer = new PeriodicTimer(length / RenewalsALease, clock);
        try
        {
            // It lasts until as many renewals in a row have failed.
            for (var failures = 0; failures < RenewalsALease && await timer.WaitForNextTickAsync(done);)
                failures = await RenewOnceAsync(failures, done);
            await lost.CancelAsync();
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
        }
    }

    private async Task<int> RenewOnceAsync(int failures, CancellationToken done)
    {
        try
        {
            var isOurs = await TakeAsync(done);
            _lastFailure = null;
            return isOurs ? 0 : RenewalsALease;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            _lastFailure = failed;
            return failures + 1;
        }
    }
}
