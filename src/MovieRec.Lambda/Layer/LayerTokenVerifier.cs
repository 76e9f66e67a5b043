using Microsoft.Extensions.Logging;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.Jwt.Keys;

namespace MovieRec.Lambda.Layer;

/// <summary>Verifies access tokens with the JWT layer, and fetches the issuer's keys for it.</summary>
/// <remarks>Without a compatible layer it rejects and logs every call.</remarks>
internal sealed class LayerTokenVerifier : ITokenVerifier
{
    /// <summary>Failure that the client sees; the details go only to the log.</summary>
    public static readonly Failure Unavailable = new(FailureCode.LayerUnavailable, GatewayFailures.Internal.Message);

    private readonly JwtLayer? _layer;
    private readonly JwksRefresher? _keys;
    private readonly string? _missing;
    private readonly ILogger _log;

    private LayerTokenVerifier(JwtLayer layer, JwksRefresher keys, ILogger log)
    {
        _layer = layer;
        _keys = keys;
        _log = log;
    }

    private LayerTokenVerifier(string missing, ILogger log)
    {
        _missing = missing;
        _log = log;
    }

    /// <summary>Opens the layer and starts fetching the keys, because the start of a function has more time than a request.</summary>
    /// <param name="path">The library's file, <see cref="JwtLayer.DefaultPath"/> in Lambda.</param>
    /// <param name="settings">The rules for accepting a token.</param>
    /// <param name="clock">Measures the interval between fetches of keys and their timeout.</param>
    /// <param name="log">For the reasons of rejections.</param>
    /// <returns>Always a verifier; without a layer it rejects everything with <see cref="Unavailable"/>.</returns>
    public static LayerTokenVerifier Open(string path, LayerSettings settings, TimeProvider clock, ILogger log)
    {
        try
        {
            var layer = JwtLayer.Open(path, settings);
            var keys = new JwksRefresher(settings.Jwks, layer.SetKeys, clock);
            _ = keys.RefreshAsync(CancellationToken.None);
            return new LayerTokenVerifier(layer, keys, log);
        }
        catch (Exception missing) when (missing is LayerException or ArgumentException)
        {
            log.LayerUnavailable(missing.Message);
            return new LayerTokenVerifier(missing.Message, log);
        }
    }

    public async ValueTask<Outcome<Caller>> VerifyAsync(string accessToken, CancellationToken cancellationToken)
    {
        if (_layer is null || _keys is null)
        {
            _log.LayerUnavailable(_missing!);
            return Unavailable;
        }

        try
        {
            var verdict = _layer.Verify(accessToken);
            if (!verdict.IsKeyUnknown)
                return Judge(verdict);
            var refresh = await _keys.RefreshAsync(cancellationToken);
            verdict = _layer.Verify(accessToken);
            if (!verdict.IsKeyUnknown || refresh.Error is null)
                return Judge(verdict);
            _log.KeysUnavailable(_keys.Address, refresh.Error);
            return GatewayFailures.Unavailable;
        }
        catch (LayerException fault)
        {
            _log.LayerUnavailable(fault.Message);
            return Unavailable;
        }
    }

    private Outcome<Caller> Judge(LayerVerdict verdict)
    {
        if (!string.IsNullOrEmpty(verdict.Subject) && verdict.Reason is null)
            return new Caller(verdict.Subject);
        _log.TokenRefused(verdict.Reason ?? "", verdict.Expected, verdict.Actual);
        return GatewayFailures.Unauthorized;
    }
}
