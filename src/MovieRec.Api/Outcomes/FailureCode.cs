namespace MovieRec.Api.Outcomes;

/// <summary>Stable codes of the error body; <c>FailureStatus</c> maps each to its status.</summary>
public enum FailureCode
{
    InternalError = 0,
    InvalidJson,
    ValidationFailed,
    PayloadTooLarge,
    UnsupportedMediaType,
    NotFound,
    Unauthorized,
    Timeout,
    Unavailable,
    LayerUnavailable,

    PreferencesNotFound,
    PreconditionFailed,
    ListFull,

    InvalidPasswordException,
    InvalidParameterException,
    UsernameExistsException,
    CodeMismatchException,
    ExpiredCodeException,
    NotAuthorizedException,
    UserNotConfirmedException,
    TooManyRequestsException,
    LimitExceededException,
}
