using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Functions;

/// <summary>Verifies access tokens: the JWT library in process, or the JWT layer in a Lambda function.</summary>
public interface ITokenVerifier
{
    /// <summary>Verifies everything about a token. The reason of a refusal goes to the log of the implementation, not to the caller.</summary>
    /// <returns>The caller; or <see cref="FailureCode.Unauthorized"/>, or <see cref="FailureCode.Unavailable"/> where the keys to verify
    /// with could not be had, or <see cref="FailureCode.LayerUnavailable"/> where the library that verifies could not.</returns>
    ValueTask<Outcome<Caller>> VerifyAsync(string accessToken, CancellationToken cancellationToken);
}
