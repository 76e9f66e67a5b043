using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.Jwt;
using MovieRec.Jwt.Keys;

namespace MovieRec.LocalHost.Standalone;

/// <summary>Verifies access tokens in this process with the library of the JWT layer.</summary>
internal sealed class LocalTokenVerifier(TokenVerifier verifier, ILogger<LocalTokenVerifier> log) : ITokenVerifier
{
    private const string SigninScope = "aws.cognito.signin.user.admin";

    /// <summary>Creates a verifier with the rules of Cognito's authorizer.</summary>
    /// <remarks>It accepts access tokens of one client of a pool, with the scope of a sign-in by password.</remarks>
    public static LocalTokenVerifier Create(string issuer, string clientId, IKeySource keys, IServiceProvider services)
    {
        var options = new TokenVerifierOptions
        {
            Issuer = issuer,
            TokenUse = TokenUses.Access,
            ClientIds = ClientIds.AnyOf(clientId),
            Scopes = Scopes.AnyOf(SigninScope),
            SignatureCacheCapacity = 4096,
        };
        return new LocalTokenVerifier(
            new TokenVerifier(options, keys, services.GetRequiredService<TimeProvider>()),
            services.GetRequiredService<ILogger<LocalTokenVerifier>>());
    }

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
