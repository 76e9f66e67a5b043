using Amazon.CDK.AWS.APIGateway;
using Constructs;
using MovieRec.Api;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>Validation in the gateway, before a request costs an invocation.</summary>
/// <remarks>It checks that a required body exists and is a JSON object, and that required parameters exist (the contract has none today).
/// It checks no more: the function names every field in error, the gateway has one response for all errors, and both must respond
/// alike.</remarks>
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

    /// <summary>Returns the model of the body; only POST requires one, since DELETE may name its title in the query.</summary>
    public Dictionary<string, IModel>? GetModels(Route route) =>
        route.Method == "POST" ? new(StringComparer.Ordinal) { ["application/json"] = _object } : null;
}
