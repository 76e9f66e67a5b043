using MovieRec.Api.Callers;
using MovieRec.Api.Http;
using MovieRec.Jwt;

namespace MovieRec.LocalHost.Composition;

/// <summary>Verifies access tokens in process with the library that is the JWT layer in the cloud.</summary>
internal sealed class LocalTokenVerifier(TokenVerifier verifier, ILogger<LocalTokenVerifier> log) : ITokenVerifier
{
    public async ValueTask<Outcome<Caller>> VerifyAsync(string accessToken, CancellationToken cancellationToken)
    {
        var result = await verifier.VerifyAsync(accessToken, cancellationToken);
        if (result.Succeeded(out var token, out var failure))
            return new Caller(token.Subject);
        if (failure.KeysUnavailable)
        {
            log.KeysUnavailable(failure.ToString());
            return GatewayFailures.Unavailable;
        }

        log.TokenRefused(failure.Reason.ToString(), failure.Expected, failure.Actual);
        return GatewayFailures.Unauthorized;
    }
}
