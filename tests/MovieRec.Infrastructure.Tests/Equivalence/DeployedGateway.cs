using System.Text.Json.Nodes;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Equivalence;

/// <summary>Behaviour of API Gateway according to a template.</summary>
internal sealed class DeployedGateway(Template template)
{
    public IReadOnlyList<DeployedMethod> Methods =>
        [.. template.GetResources("AWS::ApiGateway::Method").Select(Read)];

    public IReadOnlyDictionary<string, DeployedFunction> Functions =>
        template.GetResources("AWS::Lambda::Function").Select(Function).ToDictionary(function => function.Handler, StringComparer.Ordinal);

    /// <summary>Returns the response headers of <c>OPTIONS</c>; null if there is no such method, or it is not public.</summary>
    /// <param name="path">Path below the stage.</param>
    /// <param name="headers">Headers of the request.</param>
    public IReadOnlyDictionary<string, string>? Preflight(string path, IReadOnlyDictionary<string, string> headers)
    {
        if (Methods.FirstOrDefault(
            method => method is { Verb: "OPTIONS", Authorization: "NONE" } && method.Path == path) is not { } options)
        {
            return null;
        }
        var response = options.Resource["Integration"]!["IntegrationResponses"]![0]!;
        var status = Template.Plain(response["StatusCode"]);
        var fields = Fields(response["ResponseParameters"], "method.response.header.", headers);
        foreach (var (name, value) in Velocity.Overrides(Template.Plain(response["ResponseTemplates"]!["application/json"]), headers))
            fields[name] = value;
        fields["status"] = status;
        return fields;
    }

    /// <summary>Returns the gateway response of a type: status, headers and body; null if the stack does not define it.</summary>
    public (int? Status, IReadOnlyDictionary<string, string> Headers, JsonObject Body)? Error(
        string type, IReadOnlyDictionary<string, string> headers)
    {
        if (template.GetResources("AWS::ApiGateway::GatewayResponse")
            .FirstOrDefault(response => response.Text("ResponseType") == type) is not { } response)
        {
            return null;
        }
        int? status = response["StatusCode"] is { } code ? int.Parse(Template.Plain(code)) : null;
        var body = JsonNode.Parse(Template.Plain(response["ResponseTemplates"]!["application/json"]))!.AsObject();
        return (status, Fields(response["ResponseParameters"], "gatewayresponse.header.", headers), body);
    }

    private static Dictionary<string, string> Fields(JsonNode? parameters, string prefix, IReadOnlyDictionary<string, string> headers)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, mapping) in parameters!.AsObject())
        {
            const string Request = "method.request.header.";
            var text = Template.Plain(mapping);
            // A fixed value is quoted; a value copied from the request is omitted if the request does not have it.
            if (text.StartsWith('\''))
                fields[name[prefix.Length..]] = text.Trim('\'');
            else if (headers.TryGetValue(text[Request.Length..], out var copied))
                fields[name[prefix.Length..]] = copied;
        }

        return fields;
    }

    private DeployedMethod Read(Resource method)
    {
        var uri = Template.Plain(method["Integration"]!["Uri"]);
        var function = template.GetResources("AWS::Lambda::Function")
            .FirstOrDefault(function => uri.Contains($"${{{function.Id}.Arn}}", StringComparison.Ordinal));
        var path = GetPath(method["ResourceId"]);
        return new DeployedMethod(
            method,
            method.Text("HttpMethod"),
            path,
            method.Text("AuthorizationType"),
            Template.Texts(method["AuthorizationScopes"]),
            method["AuthorizerId"] is { } authorizer ? template.Referred(authorizer) : null,
            function?.Text("Handler"),
            function is not null && MayInvoke(function, $"/{method.Text("HttpMethod")}{path}"));
    }

    /// <summary>Returns true if API Gateway may call the function for this method of this stage.</summary>
    private bool MayInvoke(Resource function, string method) => template.GetResources("AWS::Lambda::Permission").Any(permission =>
        permission.Text("Principal") == "apigateway.amazonaws.com" && template.Referred(permission["FunctionName"]).Id == function.Id
        && Template.Plain(permission["SourceArn"]).EndsWith(method, StringComparison.Ordinal));

    private string GetPath(JsonNode? resource)
    {
        var at = template.Referred(resource);
        if (at.Type == "AWS::ApiGateway::RestApi")
            return "";
        var parent = at["ParentId"]!["Fn::GetAtt"] is null ? GetPath(at["ParentId"]) : "";
        return $"{parent}/{at.Text("PathPart")}";
    }

    private DeployedFunction Function(Resource function) => new(
        function.Text("Handler"),
        function["Layers"] is JsonArray layers && layers.Any(layer => template.Referred(layer).Type == "AWS::Lambda::LayerVersion"),
        function["Environment"]!["Variables"]!.AsObject()
            .ToDictionary(variable => variable.Key, variable => Template.Plain(variable.Value), StringComparer.Ordinal),
        RolePermissions.Read(template, template.Referred(function["Role"])));
}

/// <summary>Method of the API.</summary>
internal sealed record DeployedMethod(
    Resource Resource,
    string Verb,
    string Path,
    string Authorization,
    IReadOnlyList<string> Scopes,
    Resource? Authorizer,
    string? Handler,
    bool MayInvoke)
{
    public override string ToString() => $"{Verb} {Path}";
}

/// <summary>Lambda function of the template.</summary>
internal sealed record DeployedFunction(
    string Handler, bool HasLayer, IReadOnlyDictionary<string, string> Environment, RolePermissions Permissions);
