using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Functions;

/// <summary>Verifier of access tokens: the JWT library in process, or the JWT layer in a Lambda function.</summary>
public interface ITokenVerifier
{
    /// <summary>Verifies every property of an access token; the reason of a rejection is logged and not returned.</summary>
    /// <returns>The caller; or <see cref="FailureCode.Unauthorized"/>, <see cref="FailureCode.Unavailable"/> if the keys are not available,
    /// or <see cref="FailureCode.LayerUnavailable"/> if the verifying library is not.</returns>
    ValueTask<Outcome<Caller>> VerifyAsync(string accessToken, CancellationToken cancellationToken);
}
