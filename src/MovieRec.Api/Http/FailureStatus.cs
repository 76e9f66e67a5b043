using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Http;

/// <summary>The one place where a failure becomes an HTTP status.</summary>
public static class FailureStatus
{
    public static int Get(FailureCode code) => code switch
    {
        FailureCode.InvalidJson => 400,
        FailureCode.ValidationFailed => 400,
        FailureCode.InvalidPasswordException => 400,
        FailureCode.InvalidParameterException => 400,
        FailureCode.CodeMismatchException => 400,
        FailureCode.ExpiredCodeException => 400,
        FailureCode.Unauthorized => 401,
        FailureCode.NotAuthorizedException => 401,
        FailureCode.UserNotConfirmedException => 403,
        FailureCode.NotFound => 404,
        FailureCode.PreferencesNotFound => 404,
        FailureCode.UsernameExistsException => 409,
        FailureCode.ListFull => 409,
        FailureCode.PreconditionFailed => 412,
        FailureCode.PayloadTooLarge => 413,
        FailureCode.UnsupportedMediaType => 415,
        FailureCode.TooManyRequestsException => 429,
        FailureCode.LimitExceededException => 429,
        FailureCode.LayerUnavailable => 500,
        FailureCode.Timeout => 503,
        FailureCode.Unavailable => 503,
        _ => 500,
    };
}
