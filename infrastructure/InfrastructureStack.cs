using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using MovieRec.Api;
using MovieRec.Infrastructure.Accounts;
using MovieRec.Infrastructure.Functions;
using MovieRec.Infrastructure.Gateway;
using MovieRec.Infrastructure.Operations;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Permissions;
using MovieRec.Infrastructure.Refresh;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure;

/// <summary>MovieRec in an account: eight functions behind a REST API, with roles, logs, layer, schedule, alarms and dashboard.</summary>
/// <remarks>The functions, their routes and permissions are read from <c>Routes.cs</c>. The user pool, its client and the tables exist
/// already and are imported.</remarks>
public sealed class InfrastructureStack : Stack
{
    public const string Id = "InfrastructureStack";

    public InfrastructureStack(Construct scope, StackSettings settings, StackAssets assets, IStackProps? props = null)
        : base(scope, Id, props)
    {
        var pool = ImportPool(settings);
        var logs = FunctionAccess.All.ToDictionary(function => function, function => FunctionLogs.Create(this, function, settings));
        var roles =
            new FunctionRoles(this, settings, new Grants(this, settings, pool, new ImportedTables(this, settings.TableNames)), logs);
        var shared = new ApiFunction.Shared(Code.FromAsset(assets.Function), new JwtLayerVersion(this, assets.Layer), settings);
        var functions = FunctionAccess.All.ToDictionary(
            function => function, function => new ApiFunction(this, function, shared, logs[function], roles.Get(function)));

        var api = new GatewayApi(this, settings, pool, functions);
        if (settings.RateLimitPerAddress is { } requests)
            _ = new AddressLimit(this, api, requests);
        if (settings.SetsAccountRole)
            api.DeploymentStage.Node.AddDependency(new ApiGatewayAccount(this));

        RefreshSchedule[] schedules =
            [.. settings.Schedules.Select(schedule => new RefreshSchedule(this, schedule, functions[schedule.Function]))];
        var watched = new MonitoredResources(StackName, functions.Values, schedules, settings, new LogMetrics(this, logs));
        _ = new OperationsDashboard(this, watched, new Alarms(this, settings, watched));
        AddOutputs(settings, api, functions.Values);
    }

    /// <summary>Imports the user pool; its id begins with its Region.</summary>
    private IUserPool ImportPool(StackSettings settings) => UserPool.FromUserPoolArn(this, "UserPool", FormatArn(new ArnComponents
    {
        Service = "cognito-idp",
        Region = settings.UserPoolId.Region,
        Resource = "userpool",
        ResourceName = settings.UserPoolId.Text,
    }));

    /// <summary>Adds outputs without export names: a stack that imports an export blocks changes of this one.</summary>
    private void AddOutputs(StackSettings settings, GatewayApi api, IEnumerable<ApiFunction> functions)
    {
        Output("ApiUrl", $"https://{api.RestApiId}.execute-api.{Region}.{UrlSuffix}/{ApiContract.Stage}", "The address of the API");
        foreach (var function in functions)
            Output($"{function.Name}FunctionName", function.FunctionName, $"The function of {function.Name}");
        Output("UserPoolId", settings.UserPoolId.Text, "The user pool that was imported");
        Output("UserPoolClientId", settings.UserPoolClientId, "Its app client");
    }

    private void Output(string id, string value, string description) =>
        _ = new CfnOutput(this, id, new CfnOutputProps { Value = value, Description = description });
}
