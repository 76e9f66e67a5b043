using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.UserPool;

/// <summary>Mapping of Cognito's errors to the port's failures, with fixed messages.</summary>
/// <remarks>
/// Cognito's own messages differ between accounts that exist and those that do not, and some repeat the request. Only those about the
/// password policy are passed on.
/// </remarks>
internal static class CognitoFailures
{
    public static Failure WrongPassword { get; } = new(FailureCode.NotAuthorizedException, "Incorrect username or password.");

    public static Failure CodeMismatch { get; } =
        new(FailureCode.CodeMismatchException, "Invalid verification code provided, please try again.");

    public static Failure InvalidRefreshToken { get; } = new(FailureCode.NotAuthorizedException, "Invalid Refresh Token");

    private static readonly Failure s_attemptsExceeded = new(FailureCode.NotAuthorizedException, "Password attempts exceeded");

    private static readonly Failure s_notConfirmed = new(FailureCode.UserNotConfirmedException, "User is not confirmed.");

    private static readonly Failure s_expiredCode =
        new(FailureCode.ExpiredCodeException, "Invalid code provided, please request a code again.");

    private static readonly Failure s_usernameExists =
        new(FailureCode.UsernameExistsException, "An account with the given email already exists.");

    private static readonly Failure s_invalidEmail = new(FailureCode.InvalidParameterException, "Invalid email address format.");

    private static readonly Failure s_tooManyRequests =
        new(FailureCode.TooManyRequestsException, "Too many requests, please try again later.");

    private static readonly Failure s_limitExceeded =
        new(FailureCode.LimitExceededException, "Attempt limit exceeded, please try after some time.");

    public static Failure FromSignUp(CognitoError error) => error.Type switch
    {
        "UsernameExistsException" or "AliasExistsException" => s_usernameExists,
        "InvalidPasswordException" => InvalidPassword(error),
        "InvalidParameterException" => error.Says("password") ? InvalidPassword(error) : s_invalidEmail,
        _ => FromAny(error),
    };

    public static Failure FromConfirm(CognitoError error) => error.Type switch
    {
        // A missing or already confirmed account is reported as a wrong code, so that neither is revealed.
        "CodeMismatchException" or "UserNotFoundException" or "InvalidParameterException" => CodeMismatch,
        "NotAuthorizedException" when !IsOfClient(error) => CodeMismatch,
        "ExpiredCodeException" => s_expiredCode,
        _ => FromAny(error),
    };

    /// <returns>Null if Cognito's error would reveal whether the account exists.</returns>
    public static Failure? FromResend(CognitoError error) => error.Type switch
    {
        "UserNotFoundException" or "InvalidParameterException" => null,
        "NotAuthorizedException" when !IsOfClient(error) => null,
        _ => FromAny(error),
    };

    public static Failure FromSignIn(CognitoError error) => error.Type switch
    {
        "NotAuthorizedException" when !IsOfClient(error) => error.Says("attempts exceeded") ? s_attemptsExceeded : WrongPassword,
        "InvalidParameterException" when !IsOfClient(error) => WrongPassword,
        "UserNotFoundException" or "InvalidPasswordException" or "PasswordResetRequiredException" => WrongPassword,
        "UserNotConfirmedException" => s_notConfirmed,
        _ => FromAny(error),
    };

    public static Failure FromRefresh(CognitoError error) => error.Type switch
    {
        "NotAuthorizedException" when !IsOfClient(error) => InvalidRefreshToken,
        "InvalidParameterException" when !IsOfClient(error) => InvalidRefreshToken,
        "UserNotFoundException" or "RefreshTokenReuseException" or "UnsupportedTokenTypeException" or "UserNotConfirmedException"
            or "PasswordResetRequiredException" => InvalidRefreshToken,
        _ => FromAny(error),
    };

    private static Failure InvalidPassword(CognitoError error)
    {
        // "Password did not conform with policy: Password not long enough" is shown to the user; any other message may contain the
        // password.
        var safe = error.Message.StartsWith("Password did not conform with policy", StringComparison.Ordinal)
            && error.Message.Length <= 200;
        return new Failure(FailureCode.InvalidPasswordException, safe ? error.Message : "Password did not conform with policy");
    }

    private static Failure FromAny(CognitoError error) => error.Type switch
    {
        "TooManyRequestsException" or "ThrottlingException" => s_tooManyRequests,
        "LimitExceededException" or "TooManyFailedAttemptsException" => s_limitExceeded,
        "InternalErrorException" or "CodeDeliveryFailureException" or "ServiceUnavailable" or "UserLambdaValidationException"
            or "UnexpectedLambdaException" or "InvalidLambdaResponseException" =>
            throw new UnavailableException($"Cognito is unavailable: {error.Type}."),
        _ => throw new InvalidOperationException(
            $"Cognito rejected the app client with {error.Type}: check its id, secret and sign-in flows."),
    };

    /// <summary>Returns true if the app client is misconfigured, which Cognito reports with the same errors as a wrong password.</summary>
    private static bool IsOfClient(CognitoError error) => error.Says("secret") || error.Says("not enabled for this client");
}
