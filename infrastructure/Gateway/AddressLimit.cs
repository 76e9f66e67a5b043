using Amazon.CDK;
using Amazon.CDK.AWS.WAFv2;
using Constructs;

namespace MovieRec.Infrastructure.Gateway;

/// <summary>AWS WAF in front of the stage: blocks an IP address that makes too many requests in five minutes.</summary>
internal sealed class AddressLimit : Construct
{
    public AddressLimit(Construct scope, GatewayApi api, int requests)
        : base(scope, "AddressLimit")
    {
        var name = Stack.Of(this).StackName;
        var acl = new CfnWebACL(this, "Acl", new CfnWebACLProps
        {
            Scope = "REGIONAL",
            Description = $"At most {requests} requests in five minutes from an address",
            DefaultAction = new CfnWebACL.DefaultActionProperty { Allow = new CfnWebACL.AllowActionProperty() },
            VisibilityConfig = Visibility($"{name}-requests"),
            Rules = new[]
            { new CfnWebACL.RuleProperty
            {
                Name = "RatePerAddress",
                Priority = 0,
                Action = new CfnWebACL.RuleActionProperty { Block = Blocked() },
                Statement = new CfnWebACL.StatementProperty
                {
                    RateBasedStatement = new CfnWebACL.RateBasedStatementProperty { AggregateKeyType = "IP", Limit = requests },
                },
                VisibilityConfig = Visibility($"{name}-blocked"),
            },
            },
        });
        _ = new CfnWebACLAssociation(this, "Association", new CfnWebACLAssociationProps
        {
            ResourceArn = api.DeploymentStage.StageArn,
            WebAclArn = acl.AttrArn,
        });
    }

    /// <summary>Blocks with 429, the status of the other throttles; WAF's default is 403.</summary>
    private static CfnWebACL.BlockActionProperty Blocked() => new()
    {
        CustomResponse = new CfnWebACL.CustomResponseProperty { ResponseCode = 429 },
    };

    private static CfnWebACL.VisibilityConfigProperty Visibility(string metric) =>
        new() { CloudWatchMetricsEnabled = true, MetricName = metric, SampledRequestsEnabled = false };
}
