using System.Threading.RateLimiting;
using MovieRec.Api.Auth;
using MovieRec.Api.Http;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.LocalHost.Composition;

/// <summary>The local user pool behind a gate with a short queue, since hashing takes a processor for a tenth of a second.</summary>
internal sealed class GatedUserPool(LocalUserPool pool, HostLimits limits) : IUserPool, IDisposable
{
    private readonly ConcurrencyLimiter _gate = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.Hashing,
        QueueLimit = limits.Hashing * limits.HashQueue,
    });

    public async Task<Outcome<string>> SignUpAsync(string email, string password, CancellationToken cancellationToken)
    {
        using var lease = await _gate.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired ? await pool.SignUpAsync(email, password, cancellationToken) : GatewayFailures.Throttled;
    }

    public async Task<Failure?> ConfirmSignUpAsync(string email, string code, CancellationToken cancellationToken)
    {
        using var lease = await _gate.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired ? await pool.ConfirmSignUpAsync(email, code, cancellationToken) : GatewayFailures.Throttled;
    }

    public async Task<Failure?> ResendConfirmationCodeAsync(string email, CancellationToken cancellationToken)
    {
        using var lease = await _gate.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired ? await pool.ResendConfirmationCodeAsync(email, cancellationToken) : GatewayFailures.Throttled;
    }

    public async Task<Outcome<IssuedTokens>> SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        using var lease = await _gate.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired ? await pool.SignInAsync(email, password, cancellationToken) : GatewayFailures.Throttled;
    }

    /// <summary>Refreshes without waiting: a refresh token is hashed once, in microseconds.</summary>
    public Task<Outcome<RefreshedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        pool.RefreshAsync(refreshToken, cancellationToken);

    public void Dispose() => _gate.Dispose();
}
