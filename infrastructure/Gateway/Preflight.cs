using System.Text;
using Amazon.CDK.AWS.APIGateway;
using MovieRec.Api.Http;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>Mock integration that responds to <c>OPTIONS</c> of a path, without authentication.</summary>
/// <remarks>A mock's headers are fixed: they name the first origin, and browsers of other origins reject the response. A template replaces
/// it by the request's origin if that is allowed. The CDK's own preflight matches origins as regular expressions, in which a dot is any
/// character. Here they are compared as text, and the response never contains text from the request.</remarks>
internal static class Preflight
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    public static void AddTo(Amazon.CDK.AWS.APIGateway.IResource resource, string allowedMethods, CorsPolicy cors)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AllowOrigin] = cors.PreflightOrigin(null),
            ["Access-Control-Allow-Credentials"] = "true",
            ["Access-Control-Allow-Methods"] = allowedMethods,
            ["Access-Control-Allow-Headers"] = CorsPolicy.AllowedHeaders,
            ["Access-Control-Max-Age"] = CorsPolicy.MaxAgeSeconds,
            ["Vary"] = "Origin",
        };
        var response = new MockIntegration(new IntegrationOptions
        {
            // A request with a body of another type gets 415, because the gateway then finds no status.
            PassthroughBehavior = PassthroughBehavior.WHEN_NO_TEMPLATES,
            RequestTemplates = Json("""{"statusCode":204}"""),
            IntegrationResponses =
            [ new IntegrationResponse
            {
                StatusCode = "204",
                ResponseParameters = headers.ToDictionary(
                    header => $"method.response.header.{header.Key}", header => $"'{header.Value}'", StringComparer.Ordinal),
                ResponseTemplates = Json(Template(cors)),
            },
            ],
        });
        resource.AddMethod("OPTIONS", response, new MethodOptions
        {
            AuthorizationType = AuthorizationType.NONE,
            MethodResponses =
            [ new MethodResponse
            {
                StatusCode = "204",
                ResponseParameters =
                    headers.Keys.ToDictionary(header => $"method.response.header.{header}", _ => true, StringComparer.Ordinal),
            },
            ],
        });
    }

    /// <summary>Returns a Velocity template that sets the header to the request's origin if it is an allowed one.</summary>
    /// <remarks>The first origin is the default. Browsers write header names in lower case over HTTP/2, and the gateway passes them on
    /// unchanged. Origins consist of letters, digits, dots, hyphens, colons and slashes (the settings ensure that), so nothing needs
    /// escaping.</remarks>
    private static string Template(CorsPolicy cors)
    {
        var template = new StringBuilder(
            """#set($origin=$input.params().header.get("Origin"))#if(!$origin||$origin=="")#set($origin=$input.params().header.get("origin"))#end""");
        foreach (var allowed in cors.Origins.Skip(1))
            template.Append($"""#if($origin=="{allowed}")""").Append($"""#set($context.responseOverride.header.{AllowOrigin}="{allowed}")#end""");
        return template.ToString();
    }

    private static Dictionary<string, string> Json(string template) => new(StringComparer.Ordinal) { ["application/json"] = template };
}
