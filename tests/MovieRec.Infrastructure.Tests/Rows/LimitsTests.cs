using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Limits, which are set only on request.</summary>
public sealed class LimitsTests(Stacks stacks)
{
    [Fact]
    public void Limits_ByDefault_AreTheAccounts()
    {
        stacks.Default.GetResources("AWS::WAFv2::WebACL").ShouldBeEmpty();
        stacks.Default.GetResources("AWS::Lambda::Function").ShouldAllBe(function => function["ReservedConcurrentExecutions"] == null);
    }

    [Fact]
    public void RateLimitPerAddress_WhereGiven_StandsBeforeTheStage()
    {
        var acl = stacks.Full.Single("AWS::WAFv2::WebACL");
        var statement = acl["Rules"]!.AsArray().ShouldHaveSingleItem()!["Statement"]!["RateBasedStatement"]!;
        (Template.Plain(statement["Limit"]), Template.Plain(statement["AggregateKeyType"])).ShouldBe(("600", "IP"));
        var association = stacks.Full.Single("AWS::WAFv2::WebACLAssociation");
        Template.Plain(association["ResourceArn"]).ShouldEndWith("/stages/${" + stacks.Full.Single("AWS::ApiGateway::Stage").Id + "}");
        stacks.Full.Referred(association["WebACLArn"]).Id.ShouldBe(acl.Id);
    }

    [Fact]
    public void ReservedConcurrency_WhereGiven_IsOfEachFunction() =>
        stacks.Full.GetResources("AWS::Lambda::Function")
            .ShouldAllBe(function => Template.Plain(function["ReservedConcurrentExecutions"]) == "20");

    [Fact]
    public void UserPoolIssuer_WhereGiven_IsToldToWhatVerifiesTokens() => stacks.Full.GetResources("AWS::Lambda::Function")
        .Where(function => function["Layers"] is not null)
        .ShouldAllBe(
            function =>
                Template.Plain(
                    function["Environment"]!["Variables"]!["USER_POOL_ISSUER"]) == $"https://issuer-cognito-idp.eu-west-1.amazonaws.com/{Stacks.UserPoolId}");
}
