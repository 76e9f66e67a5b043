using MovieRec.Api.Outcomes;

namespace MovieRec.Sqlite.UserPool;

/// <summary>Failures of the pool, with Cognito's messages.</summary>
internal static class PoolFailures
{
    public static Failure InvalidEmail { get; } = new(FailureCode.InvalidParameterException, "Invalid email address format.");

    public static Failure UsernameExists { get; } =
        new(FailureCode.UsernameExistsException, "An account with the given email already exists.");

    public static Failure CodeMismatch { get; } =
        new(FailureCode.CodeMismatchException, "Invalid verification code provided, please try again.");

    public static Failure ExpiredCode { get; } =
        new(FailureCode.ExpiredCodeException, "Invalid code provided, please request a code again.");

    public static Failure LimitExceeded { get; } =
        new(FailureCode.LimitExceededException, "Attempt limit exceeded, please try after some time.");

    public static Failure WrongPassword { get; } = new(FailureCode.NotAuthorizedException, "Incorrect username or password.");

    public static Failure LockedOut { get; } = new(FailureCode.NotAuthorizedException, "Password attempts exceeded");

    public static Failure NotConfirmed { get; } = new(FailureCode.UserNotConfirmedException, "User is not confirmed.");

    public static Failure InvalidRefreshToken { get; } = new(FailureCode.NotAuthorizedException, "Invalid Refresh Token");

    public static Failure InvalidPassword(string problem) => new(FailureCode.InvalidPasswordException, problem);
}
