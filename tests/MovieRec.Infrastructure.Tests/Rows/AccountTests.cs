using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Account role for API Gateway's logs, which is set only on request and then retained.</summary>
public sealed class AccountTests(Stacks stacks)
{
    [Fact]
    public void AccountRole_ByDefault_IsLeftAlone() => stacks.Default.GetResources("AWS::ApiGateway::Account").ShouldBeEmpty();

    [Fact]
    public void AccountRole_WhereAskedFor_IsSetBeforeTheStageAndKept()
    {
        var account = stacks.Full.Single("AWS::ApiGateway::Account");
        account.DeletionPolicy.ShouldBe("RetainExceptOnCreate");
        var role = stacks.Full.Referred(account["CloudWatchRoleArn"]);
        role.DeletionPolicy.ShouldBe("RetainExceptOnCreate");
        role["ManagedPolicyArns"].ShouldBeNull();
        stacks.Full.Single("AWS::ApiGateway::Stage").DependsOn.ShouldContain(account.Id);
    }

    [Fact]
    public void AccountRole_OfThePrerequisites_IsLeftAlone() =>
        stacks.Prerequisites.GetResources("AWS::ApiGateway::Account").ShouldBeEmpty();
}
