using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Tests.Hosting;

/// <summary>Verifier that takes the token as the caller's name, so that a test can name the caller.</summary>
/// <remarks>The tests of the hosts cover real verification.</remarks>
internal sealed class NamedTokens : ITokenVerifier
{
    public ValueTask<Outcome<Caller>> VerifyAsync(string accessToken, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Outcome<Caller>>(
            accessToken.StartsWith("user-", StringComparison.Ordinal) ? new Caller(accessToken) : GatewayFailures.Unauthorized);
}
