using System.Text;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Lambda.Layer;

/// <summary>Verifies access tokens with the JWT layer; without a compatible layer it rejects and logs every call.</summary>
internal sealed class LayerTokenVerifier : ITokenVerifier
{
    /// <summary>Failure that the client sees; the details go only to the log.</summary>
    public static readonly Failure Unavailable = new(FailureCode.LayerUnavailable, GatewayFailures.Internal.Message);

    /// <summary>Maximum wait for keys, longer than the layer tries to fetch them.</summary>
    private const int WaitMilliseconds = 10_000;

    /// <summary>Size of the result buffer; a rejection quotes at most a few hundred characters.</summary>
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
    /// <param name="settings">The rules for accepting a token.</param>
    /// <param name="http">A client for the issuer's keys that follows no redirects and lives as long as the process.</param>
    /// <param name="log">For the reasons of rejections, also from threads of the layer.</param>
    /// <returns>Always a verifier; without a layer it rejects everything with <see cref="Unavailable"/>.</returns>
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
        // Waits for a fetch of keys on a separate thread, so that the deadline can still end the wait. Not on the thread pool: it has only
        // as many threads as there are processors, and the fetch itself needs them.
        if (length == LayerCode.KeysPending)
        {
            length = await Task.Factory
                .StartNew(
                    () => _layer.Verify(token, WaitMilliseconds, result), CancellationToken.None, TaskCreationOptions.LongRunning,
                    TaskScheduler.Default)
                .WaitAsync(cancellationToken);
        }

        return Judge(length, result);
    }

    private Outcome<Caller> Judge(int length, byte[] result)
    {
        if (length < 0 || length > result.Length)
        {
            _log.LayerUnavailable($"the JWT layer returned code {length}");
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
