using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace MovieRec.Infrastructure.Accounts;

/// <summary>The role with which API Gateway writes logs.</summary>
/// <remarks>There is one per account and Region, for all of its APIs, and a stage that logs does not deploy without it. So it is set only
/// on request, and stays when the stack is deleted: other APIs may depend on it.</remarks>
internal sealed class ApiGatewayAccount : Construct
{
    /// <summary>Actions that API Gateway requires; it tests them when the role is set.</summary>
    private static readonly string[] s_actions =
    [
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:PutLogEvents",
    ];

    public ApiGatewayAccount(Construct scope)
        : base(scope, "ApiGatewayAccount")
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("apigateway.amazonaws.com"),
            Description = "API Gateway writes the logs of every API of the account",
            InlinePolicies = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal)
            {
                ["Logs"] = new(new PolicyDocumentProps
                {
                    Statements =
                    [
                        // Every API of the account, including future ones, writes to a log group whose name API Gateway chooses.
                        new PolicyStatement(new PolicyStatementProps { Sid = "Logs", Actions = s_actions, Resources = ["*"] }),
                    ],
                }),
            },
        });
        role.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        var account = new CfnAccount(this, "Account", new CfnAccountProps { CloudWatchRoleArn = role.RoleArn });
        account.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
}
