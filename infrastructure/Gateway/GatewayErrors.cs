using System.Text.Json;
using Amazon.CDK.AWS.APIGateway;
using Constructs;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>
/// The gateway's own errors in the contract's words, statuses and fields, so that a browser sees a 401 and not a CORS failure. The
/// origin is copied from the request, which is all that a gateway response can do; the bodies hold nothing private.
/// </summary>
internal sealed class GatewayErrors : Construct
{
    /// <summary>What each type of gateway response says. The defaults keep whatever status the gateway chose.</summary>
    private static readonly (ResponseType_ Type, Failure Failure, bool KeepsStatus)[] s_errors =
    [
        (ResponseType_.DEFAULT_4XX, GatewayFailures.Refused, true),
        (ResponseType_.DEFAULT_5XX, GatewayFailures.Internal, true),
        // A path or a method that there is not; with somebody's bearer token it is a signature that cannot be read, as no method is signed.
        (ResponseType_.MISSING_AUTHENTICATION_TOKEN, GatewayFailures.NotFound, false),
        (ResponseType_.INVALID_SIGNATURE, GatewayFailures.NotFound, false),
        (ResponseType_.RESOURCE_NOT_FOUND, GatewayFailures.NotFound, false),
        (ResponseType_.UNAUTHORIZED, GatewayFailures.Unauthorized, false),
        (ResponseType_.ACCESS_DENIED, GatewayFailures.Unauthorized, false),
        (ResponseType_.EXPIRED_TOKEN, GatewayFailures.Unauthorized, false),
        (ResponseType_.BAD_REQUEST_BODY, GatewayFailures.NoObject, false),
        (ResponseType_.BAD_REQUEST_PARAMETERS, GatewayFailures.Refused, false),
        (ResponseType_.REQUEST_TOO_LARGE, GatewayFailures.RequestTooLarge, false),
        (ResponseType_.THROTTLED, GatewayFailures.Throttled, false),
        (ResponseType_.INTEGRATION_FAILURE, GatewayFailures.Unavailable, false),
        (ResponseType_.INTEGRATION_TIMEOUT, GatewayFailures.Timeout, false),
    ];

    public GatewayErrors(Construct scope, RestApi api)
        : base(scope, "Errors")
    {
        foreach (var (type, failure, keepsStatus) in s_errors)
        {
            var status = FailureStatus.Get(failure.Code);
            api.AddGatewayResponse(type.ResponseType, new GatewayResponseOptions
            {
                Type = type,
                StatusCode = keepsStatus ? null : status.ToString(),
                ResponseHeaders = Headers(status),
                Templates = new Dictionary<string, string>(StringComparer.Ordinal) { ["application/json"] = Body(failure) },
            });
        }
    }

    private static Dictionary<string, string> Headers(int status)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Access-Control-Allow-Origin"] = "method.request.header.Origin",
            ["Access-Control-Allow-Credentials"] = "'true'",
            ["Vary"] = "'Origin'",
            ["Cache-Control"] = "'no-store'",
            ["Content-Type"] = $"'{ApiResponse.ContentType}'",
        };
        if (status is 429 or 503)
            headers["Retry-After"] = "'2'";
        return headers;
    }

    /// <summary>The error body with the gateway's id of the request, which the function's log has, too.</summary>
    private static string Body(Failure failure)
    {
        using var body = JsonDocument.Parse(ErrorBody.Write(failure, "$context.requestId"));
        return body.RootElement.GetRawText();
    }
}
