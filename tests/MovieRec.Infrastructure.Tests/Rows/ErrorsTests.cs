using System.Text.Json.Nodes;
using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirement "errors": gateway responses have the contract's shape and CORS headers.</summary>
public sealed class ErrorsTests(Stacks stacks)
{
    private static readonly Dictionary<string, string> s_from = new(StringComparer.Ordinal) { ["Origin"] = Stacks.FirstOrigin };

    [Theory]
    [InlineData("DEFAULT_4XX", null, "ValidationFailed")]
    [InlineData("DEFAULT_5XX", null, "InternalError")]
    [InlineData("MISSING_AUTHENTICATION_TOKEN", 404, "NotFound")]
    [InlineData("INVALID_SIGNATURE", 404, "NotFound")]
    [InlineData("RESOURCE_NOT_FOUND", 404, "NotFound")]
    [InlineData("UNAUTHORIZED", 401, "Unauthorized")]
    [InlineData("ACCESS_DENIED", 401, "Unauthorized")]
    [InlineData("EXPIRED_TOKEN", 401, "Unauthorized")]
    [InlineData("BAD_REQUEST_BODY", 400, "InvalidJson")]
    [InlineData("BAD_REQUEST_PARAMETERS", 400, "ValidationFailed")]
    [InlineData("REQUEST_TOO_LARGE", 413, "PayloadTooLarge")]
    [InlineData("THROTTLED", 429, "TooManyRequestsException")]
    [InlineData("INTEGRATION_FAILURE", 503, "Unavailable")]
    [InlineData("INTEGRATION_TIMEOUT", 503, "Timeout")]
    public void GatewayResponse_OfTheType_HasTheContractsShapeAndCors(string type, int? status, string code)
    {
        var (responded, headers, body) = new DeployedGateway(stacks.Default).Error(type, s_from)!.Value;
        responded.ShouldBe(status);
        body["code"]!.GetValue<string>().ShouldBe(code);
        body["error"]!.GetValue<string>().ShouldNotBeEmpty();
        body["requestId"]!.GetValue<string>().ShouldBe("$context.requestId");
        headers["Access-Control-Allow-Origin"].ShouldBe(Stacks.FirstOrigin);
        headers["Access-Control-Allow-Credentials"].ShouldBe("true");
        headers.ContainsKey("Retry-After").ShouldBe(status is 429 or 503);
    }

    [Fact]
    public void GatewayResponses_HoldNoVelocityAndNothingOfTheRequestButItsOrigin()
    {
        foreach (var response in stacks.Default.GetResources("AWS::ApiGateway::GatewayResponse"))
        {
            // Not run as Velocity: a body may only contain a variable's name.
            var body = JsonNode.Parse(Template.Plain(response["ResponseTemplates"]!["application/json"]))!.AsObject();
            body.Remove("requestId");
            body.ToJsonString().ShouldNotContain("$");
            response["ResponseParameters"]!.AsObject().Select(parameter => Template.Plain(parameter.Value))
                .Where(value => !value.StartsWith('\''))
                .ShouldBe(["method.request.header.Origin"]);
        }
    }
}
