using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Http;

/// <summary>The failures that a function's edge and the gateway before it share, word for word.</summary>
public static class GatewayFailures
{
    public static Failure NotFound { get; } = new(FailureCode.NotFound, "There is nothing at this path and method.");

    public static Failure Unauthorized { get; } = new(FailureCode.Unauthorized, "Sign in first: a valid access token is required.");

    public static Failure Timeout { get; } = new(FailureCode.Timeout, "This took too long; try again.");

    public static Failure Internal { get; } = new(FailureCode.InternalError, "Something went wrong on our side; try again later.");

    public static Failure Unavailable { get; } =
        new(FailureCode.Unavailable, "A service behind this one is not answering; try again shortly.");

    public static Failure TooLarge(int limit) =>
        new(FailureCode.PayloadTooLarge, $"The body is larger than the {limit / 1024} KiB allowed here.");

    public static Failure NotJson { get; } =
        new(FailureCode.UnsupportedMediaType, "Send the body as JSON, with the header field Content-Type: application/json.");

    public static Failure UnreadableBody { get; } = new(FailureCode.InvalidJson, "The body could not be read.");

    public static Failure RequestTooLarge { get; } = new(FailureCode.PayloadTooLarge, "The request is larger than the gateway takes.");

    public static Failure NoObject { get; } = new(FailureCode.InvalidJson, "The body must be a JSON object.");

    public static Failure Throttled { get; } = new(FailureCode.TooManyRequestsException, "Too many requests at once; try again shortly.");

    /// <summary>Any other rejection by a gateway.</summary>
    public static Failure Refused { get; } = new(FailureCode.ValidationFailed, "The gateway did not accept this request.");
}
