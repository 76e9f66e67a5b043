using Amazon.CDK.AWS.APIGateway;
using Constructs;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>
/// What the gateway checks of a request before it costs an invocation: that a body which a route requires is there and is a JSON object,
/// and that required parameters are there (the contract has none today). No more: the function names every field in error, the gateway
/// has one answer for all, and both must give the same.
/// </summary>
internal sealed class BodyValidation : Construct
{
    private readonly Model _object;

    public BodyValidation(RestApi api)
        : base(api, "Validation")
    {
        _object = new Model(this, "JsonObject", new ModelProps
        {
            RestApi = api,
            ContentType = "application/json",
            Description = "Any JSON object",
            Schema = new JsonSchema { Schema = JsonSchemaVersion.DRAFT4, Title = "JsonObject", Type = JsonSchemaType.OBJECT },
        });
        Validator = new RequestValidator(this, "Validator", new RequestValidatorProps
        {
            RestApi = api,
            ValidateRequestBody = true,
            ValidateRequestParameters = true,
        });
    }

    public RequestValidator Validator { get; }

    /// <summary>A body is required of POST alone: DELETE takes its title from the query as well.</summary>
    public Dictionary<string, IModel>? GetModels(Route route) =>
        route.Method == "POST" ? new(StringComparer.Ordinal) { ["application/json"] = _object } : null;
}
