using System.Threading.RateLimiting;
using MovieRec.Api.Auth;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.LocalHost.Gateway;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.LocalHost.Standalone;

/// <summary>The local user pool with limited concurrency and a short queue.</summary>
/// <remarks>Hashing uses a processor for a tenth of a second.</remarks>
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
        // On a separate thread: hashing would otherwise take one of the thread pool's few threads from other requests.
        return lease.IsAcquired
            ? await Task.Factory.StartNew(call, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()
            : refusal;
    }
}
