using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.Infrastructure.Functions;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>The REST API with exactly the routes of <c>Routes.cs</c>, deployed as the stage <c>prod</c>.</summary>
internal sealed class GatewayApi : RestApi
{
    /// <summary>Scope of an access token that Cognito issues for a password; an ID token has none.</summary>
    public const string Scope = "aws.cognito.signin.user.admin";

    public GatewayApi(Construct scope, StackSettings settings, IUserPool pool, IReadOnlyDictionary<FunctionName, ApiFunction> functions)
        : base(scope, "Api", Props(scope, settings))
    {
        // The CDK's own output; the stack has one without the trailing slash.
        Node.TryRemoveChild("Endpoint");
        KeepExecutionLog(settings);
        var authorizer = new CognitoUserPoolsAuthorizer(this, "Authorizer", new CognitoUserPoolsAuthorizerProps
        {
            CognitoUserPools = [pool],
            // The function verifies the token again, so a cached result of the authorizer extends no access.
            ResultsCacheTtl = Duration.Minutes(5),
        });
        var validation = new BodyValidation(this);
        foreach (var path in Routes.Resources)
        {
            var resource = Root.ResourceForPath(path.Path);
            foreach (var route in path.Routes)
                Add(resource, route, functions[route.Function], authorizer, validation);
            Preflight.AddTo(resource, path.AllowedMethods, settings.Cors);
        }

        _ = new GatewayErrors(this, this);
    }

    private static void Add(
        Amazon.CDK.AWS.APIGateway.Resource resource, Route route, Function function, IAuthorizer authorizer, BodyValidation validation)
    {
        var options = new MethodOptions
        {
            AuthorizationType = AuthorizationType.NONE,
            RequestValidator = validation.Validator,
            RequestModels = validation.GetModels(route),
        };
        if (route.Access == Access.Protected)
        {
            options.AuthorizationType = AuthorizationType.COGNITO;
            options.Authorizer = authorizer;
            options.AuthorizationScopes = [Scope];
        }

        // AllowTestInvoke would add a permission per method, only for the console's test button.
        var integration = new LambdaIntegration(function, new LambdaIntegrationOptions
        {
            AllowTestInvoke = false,
            Timeout = Duration.Seconds(ApiContract.TimeoutSeconds),
        });
        resource.AddMethod(route.Method, integration, options);
    }

    private static RestApiProps Props(Construct scope, StackSettings settings) => new()
    {
        RestApiName = Stack.Of(scope).StackName,
        Description = "MovieRec: films and series for you, with reasons",
        EndpointConfiguration = new EndpointConfiguration { Types = [EndpointType.REGIONAL] },
        MinCompressionSize = Size.Bytes(GatewayCompression.MinBytes),
        // The role belongs to the account: see ApiGatewayAccount.
        CloudWatchRole = false,
        DeployOptions = new StageOptions
        {
            StageName = ApiContract.Stage,
            TracingEnabled = true,
            MetricsEnabled = true,
            LoggingLevel = MethodLoggingLevel.INFO,
            // It would log headers and bodies, including tokens and passwords.
            DataTraceEnabled = false,
            AccessLogDestination = new LogGroupLogDestination(
                FunctionLogs.Create(scope, "AccessLog", $"/aws/apigateway/{Stack.Of(scope).StackName}/access", settings)),
            AccessLogFormat = AccessLog.Format,
            ThrottlingRateLimit = Throttling.Default.Rate,
            ThrottlingBurstLimit = Throttling.Default.Burst,
            MethodOptions = AccountMethods.Options(),
        },
    };

    /// <summary>Creates the execution log with a retention; API Gateway would create it without and keep it for ever.</summary>
    private void KeepExecutionLog(StackSettings settings)
    {
        var log = FunctionLogs.Create(this, "ExecutionLog", $"API-Gateway-Execution-Logs_{RestApiId}/{ApiContract.Stage}", settings);
        DeploymentStage.Node.AddDependency(log);
    }
}
