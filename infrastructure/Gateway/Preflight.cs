using System.Text;
using Amazon.CDK.AWS.APIGateway;
using MovieRec.Api.Http;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>
/// Answers <c>OPTIONS</c> of a path, open to everybody. A mock's headers are fixed, so they name the first origin, which a browser of
/// another origin refuses; a template puts another allowed one in its place. The CDK's own preflight matches origins as regular
/// expressions, where a dot is any character; here they are compared, and what is answered is ours and never the caller's text.
/// </summary>
internal static class Preflight
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    public static void AddTo(Amazon.CDK.AWS.APIGateway.IResource resource, IEnumerable<string> verbs, CorsPolicy cors)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AllowOrigin] = cors.PreflightOrigin(null),
            ["Access-Control-Allow-Credentials"] = "true",
            ["Access-Control-Allow-Methods"] = string.Join(',', verbs.Append("OPTIONS")),
            ["Access-Control-Allow-Headers"] = CorsPolicy.AllowedHeaders,
            ["Access-Control-Max-Age"] = CorsPolicy.MaxAgeSeconds,
            ["Vary"] = "Origin",
        };
        var answer = new MockIntegration(new IntegrationOptions
        {
            // One with a body of another type is 415: the gateway cannot make a status of it.
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
        resource.AddMethod("OPTIONS", answer, new MethodOptions
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

    /// <summary>
    /// Velocity: for each origin but the first, if the request has it, the header names it. Browsers write header names in lower case over
    /// HTTP/2, and the gateway hands them on as they came. The origins are of letters, digits, dots, hyphens, colons and slashes alone (the
    /// settings see to it), so that nothing needs escaping.
    /// </summary>
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
