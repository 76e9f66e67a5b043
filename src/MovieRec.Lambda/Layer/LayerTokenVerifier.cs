using System.Text;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Lambda.Layer;

/// <summary>Verifies access tokens with the JWT layer. Without a layer that fits, nobody gets through, and the log says why each time.</summary>
internal sealed class LayerTokenVerifier : ITokenVerifier
{
    /// <summary>What the caller sees; what is wrong is the log's.</summary>
    public static readonly Failure Unavailable = new(FailureCode.LayerUnavailable, GatewayFailures.Internal.Message);

    /// <summary>Longer than the layer tries to fetch keys.</summary>
    private const int WaitMilliseconds = 10_000;

    /// <summary>A refusal quotes at most a few hundred characters.</summary>
    private const int ResultCapacity = 8 * 1024;

    private readonly JwtLayer? _layer;
    private readonly string? _missing;
    private readonly ILogger _log;

    private LayerTokenVerifier(JwtLayer? layer, string? missing, ILogger log)
    {
        _layer = layer;
        _missing = missing;
        _log = log;
    }

    /// <param name="path">The library's file, <see cref="JwtLayer.DefaultPath"/> in Lambda.</param>
    /// <param name="settings">What to accept.</param>
    /// <param name="http">Gets the issuer's keys; follows no redirects, and lives as long as the process.</param>
    /// <param name="log">Where the reasons of refusals go, from threads of the layer, too.</param>
    /// <returns>A verifier in any case; one without a layer refuses everything with <see cref="Unavailable"/>.</returns>
    public static LayerTokenVerifier Open(string path, LayerSettings settings, HttpClient http, ILogger log)
    {
        try
        {
            return new LayerTokenVerifier(JwtLayer.Open(path, settings, new LayerFetch(http, log)), null, log);
        }
        catch (LayerException missing)
        {
            log.LayerUnavailable(missing.Message);
            return new LayerTokenVerifier(null, missing.Message, log);
        }
    }

    public async ValueTask<Outcome<Caller>> VerifyAsync(string accessToken, CancellationToken cancellationToken)
    {
        if (_layer is null)
        {
            _log.LayerUnavailable(_missing!);
            return Unavailable;
        }

        var token = Encoding.ASCII.GetBytes(accessToken);
        var result = new byte[ResultCapacity];
        var length = _layer.Verify(token, wait: 0, result);
        // A fetch of keys is waited for on a thread of its own, so that the deadline still ends the wait; not on one of the pool, which
        // has as many as there are processors, and the fetch itself needs them.
        if (length == LayerCode.KeysPending)
        {
            length = await Task.Factory
                .StartNew(() => _layer.Verify(token, WaitMilliseconds, result), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(cancellationToken);
        }

        return Judge(length, result);
    }

    private Outcome<Caller> Judge(int length, byte[] result)
    {
        if (length < 0 || length > result.Length)
        {
            _log.LayerUnavailable($"the JWT layer answered with code {length}");
            return Unavailable;
        }

        var answer = LayerAnswer.Read(result.AsSpan(0, length));
        if (!string.IsNullOrEmpty(answer.Subject) && answer.Reason is null)
            return new Caller(answer.Subject);
        if (answer.KeysUnavailable)
        {
            _log.KeysUnavailable(answer.Reason ?? "", answer.Expected, answer.Actual);
            return GatewayFailures.Unavailable;
        }

        _log.TokenRefused(answer.Reason ?? "", answer.Expected, answer.Actual);
        return GatewayFailures.Unauthorized;
    }
}
