using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Tests.Hosting;

/// <summary>Takes the token for the caller's name, so that a test of a function says who calls. Real verification is tested with its hosts.</summary>
internal sealed class NamedTokens : ITokenVerifier
{
    public ValueTask<Outcome<Caller>> VerifyAsync(string accessToken, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Outcome<Caller>>(
            accessToken.StartsWith("user-", StringComparison.Ordinal) ? new Caller(accessToken) : GatewayFailures.Unauthorized);
}
