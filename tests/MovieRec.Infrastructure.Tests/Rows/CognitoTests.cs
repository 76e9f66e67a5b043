using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirement "Cognito": the pool and its client are imported.</summary>
public sealed class CognitoTests(Stacks stacks)
{
    private const string PoolArn = $"arn:${{AWS::Partition}}:cognito-idp:eu-west-1:${{AWS::AccountId}}:userpool/{Stacks.UserPoolId}";

    [Fact]
    public void UserPool_IsImportedAndNeverMade() =>
        stacks.Default.Resources.ShouldAllBe(resource => !resource.Type.StartsWith("AWS::Cognito", StringComparison.Ordinal));

    [Fact]
    public void Authorizer_IsTheImportedPools()
    {
        var authorizer = stacks.Default.Single("AWS::ApiGateway::Authorizer");
        authorizer.Text("Type").ShouldBe("COGNITO_USER_POOLS");
        Template.Texts(authorizer["ProviderARNs"]).ShouldBe([PoolArn]);
        authorizer.Text("IdentitySource").ShouldBe("method.request.header.Authorization");
    }

    [Fact]
    public void ProtectedMethods_AskForTheScopeOfAnAccessToken() =>
        new DeployedGateway(stacks.Default).Methods.Where(method => method.Authorization != "NONE")
            .ShouldAllBe(method => method.Scopes.SequenceEqual(new[] { "aws.cognito.signin.user.admin" }));

    [Theory]
    [InlineData("Signin", "InitiateAuth")]
    [InlineData("Signup", "ConfirmSignUp", "ResendConfirmationCode", "SignUp")]
    [InlineData("RefreshToken", "GetTokensFromRefreshToken", "InitiateAuth")]
    [InlineData("MovieRec")]
    public void Function_ByItself_MayDoWithThePoolWhatItCalls(string name, params string[] operations) =>
        new DeployedGateway(stacks.PerFunction).Functions[$"{name}Function"].Permissions.All
            .Where(grant => grant.Action.StartsWith("cognito-idp:", StringComparison.Ordinal))
            .ShouldBe(operations.Select(operation => ($"cognito-idp:{operation}", PoolArn)));
}
