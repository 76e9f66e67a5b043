using System.Text.Json;
using Amazon.CDK.AWS.APIGateway;
using Constructs;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>The gateway's own errors with the contract's messages, statuses and headers.</summary>
/// <remarks>Without the headers a browser would report a CORS failure instead of a 401. The origin is copied from the request, since a
/// gateway response cannot do more; the bodies contain nothing private.</remarks>
internal sealed class GatewayErrors : Construct
{
    /// <summary>Failure per type of gateway response; the default types keep the status that the gateway chose.</summary>
    private static readonly (ResponseType_ Type, Failure Failure, bool KeepsStatus)[] s_errors =
    [
        (ResponseType_.DEFAULT_4XX, GatewayFailures.Refused, true),
        (ResponseType_.DEFAULT_5XX, GatewayFailures.Internal, true),
        // An unknown path or method. With a bearer token the gateway reports a malformed signature, as no method uses signatures.
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

    /// <summary>Returns the error body with the gateway's request id, which the function's log also has.</summary>
    private static string Body(Failure failure)
    {
        using var body = JsonDocument.Parse(ErrorBody.Write(failure, "$context.requestId"));
        return body.RootElement.GetRawText();
    }
}
