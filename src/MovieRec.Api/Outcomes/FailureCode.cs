namespace MovieRec.Api.Outcomes;

/// <summary>The stable codes of the error body, spelled as the caller sees them. <c>FailureStatus</c> gives each its status.</summary>
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
