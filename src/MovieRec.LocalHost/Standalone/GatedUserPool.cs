using System.Threading.RateLimiting;
using MovieRec.Api.Auth;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.LocalHost.Gateway;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.LocalHost.Standalone;

/// <summary>The local user pool behind a gate with a short queue, since hashing takes a processor for a tenth of a second.</summary>
internal sealed class GatedUserPool(LocalUserPool pool, HostLimits limits) : IUserPool, IDisposable
{
    private readonly ConcurrencyLimiter _gate = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.Hashing,
        QueueLimit = limits.Hashing * limits.HashQueue,
    });

    public Task<Outcome<string>> SignUpAsync(string email, string password, CancellationToken cancellationToken) =>
        PassAsync(() => pool.SignUpAsync(email, password, cancellationToken), GatewayFailures.Throttled, cancellationToken);

    public Task<Failure?> ConfirmSignUpAsync(string email, string code, CancellationToken cancellationToken) =>
        PassAsync(() => pool.ConfirmSignUpAsync(email, code, cancellationToken), GatewayFailures.Throttled, cancellationToken);

    public Task<Failure?> ResendConfirmationCodeAsync(string email, CancellationToken cancellationToken) =>
        PassAsync(() => pool.ResendConfirmationCodeAsync(email, cancellationToken), GatewayFailures.Throttled, cancellationToken);

    public Task<Outcome<IssuedTokens>> SignInAsync(string email, string password, CancellationToken cancellationToken) =>
        PassAsync(() => pool.SignInAsync(email, password, cancellationToken), GatewayFailures.Throttled, cancellationToken);

    /// <summary>Refreshes without waiting: a refresh token is hashed once, in microseconds.</summary>
    public Task<Outcome<RefreshedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        pool.RefreshAsync(refreshToken, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task<T> PassAsync<T>(Func<Task<T>> call, T refusal, CancellationToken cancellationToken)
    {
        using var lease = await _gate.AcquireAsync(1, cancellationToken);
        // On a thread of its own: hashing would keep one of the thread pool's few from other requests.
        return lease.IsAcquired
            ? await Task.Factory.StartNew(call, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()
            : refusal;
    }
}
