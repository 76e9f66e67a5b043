using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Auth;

/// <summary>User pool that keeps accounts and issues tokens: Cognito in the cloud, the local pool on one machine.</summary>
/// <remarks>Both return the failures named here, in Cognito's words. Emails are compared case-insensitively.</remarks>
public interface IUserPool
{
    /// <summary>Creates an unconfirmed account, or replaces the password of one, and sends it a code by mail.</summary>
    /// <remarks>Cognito replaces nothing: it treats an unconfirmed account as one that exists.</remarks>
    /// <returns>The user's <c>sub</c>; or <see cref="FailureCode.UsernameExistsException"/>,
    /// <see cref="FailureCode.InvalidPasswordException"/> (the password policy, in the message),
    /// <see cref="FailureCode.InvalidParameterException"/> (not an email), <see cref="FailureCode.TooManyRequestsException"/> or
    /// <see cref="FailureCode.LimitExceededException"/>.</returns>
    Task<Outcome<string>> SignUpAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>Confirms an account with the code that it was sent.</summary>
    /// <returns>Null if confirmed; or <see cref="FailureCode.CodeMismatchException"/> (wrong code and unknown user alike),
    /// <see cref="FailureCode.ExpiredCodeException"/>, <see cref="FailureCode.TooManyRequestsException"/> or
    /// <see cref="FailureCode.LimitExceededException"/>.</returns>
    Task<Failure?> ConfirmSignUpAsync(string email, string code, CancellationToken cancellationToken);

    /// <summary>Sends a new code if the account exists and is unconfirmed; the result does not reveal whether it exists.</summary>
    /// <returns>Null; or <see cref="FailureCode.TooManyRequestsException"/> or <see cref="FailureCode.LimitExceededException"/>.</returns>
    Task<Failure?> ResendConfirmationCodeAsync(string email, CancellationToken cancellationToken);

    /// <summary>Issues tokens for an email and a password.</summary>
    /// <returns>Tokens; or <see cref="FailureCode.NotAuthorizedException"/> (wrong password and unknown user alike),
    /// <see cref="FailureCode.UserNotConfirmedException"/> (only after the right password) or
    /// <see cref="FailureCode.TooManyRequestsException"/>.</returns>
    Task<Outcome<IssuedTokens>> SignInAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>Issues new access and ID tokens for a refresh token, and a new refresh token if the pool rotates them.</summary>
    /// <returns>Tokens; or <see cref="FailureCode.NotAuthorizedException"/> (unknown, expired or revoked) or
    /// <see cref="FailureCode.TooManyRequestsException"/>.</returns>
    Task<Outcome<RefreshedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken);
}
