using MovieRec.Api;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Outputs, tags and size of the template, and its reproducibility from the same sources.</summary>
public sealed class OutputsTests(Stacks stacks)
{
    [Fact]
    public void Outputs_AreTheAddressTheFunctionsAndThePool()
    {
        string[] names =
            ["ApiUrl", .. Enum.GetNames<FunctionName>().Select(name => $"{name}FunctionName"), "UserPoolId", "UserPoolClientId"];
        stacks.Default.Root["Outputs"]!.AsObject().Select(output => output.Key).ShouldBe(names);
        stacks.Default.Output("ApiUrl").ShouldMatch(@"^https://\$\{Api\w+\}\.execute-api\.\$\{AWS::Region\}\.\$\{AWS::URLSuffix\}/prod$");
        stacks.Default.Output("UserPoolId").ShouldBe(Stacks.UserPoolId);
        stacks.Default.Output("UserPoolClientId").ShouldBe(Stacks.ClientId);
    }

    [Fact]
    public void Outputs_AreNotExported() =>
        stacks.Default.Root["Outputs"]!.AsObject().ShouldAllBe(output => output.Value!["Export"] == null);

    [Theory]
    [InlineData("AWS::Lambda::Function")]
    [InlineData("AWS::IAM::Role")]
    [InlineData("AWS::ApiGateway::RestApi")]
    [InlineData("AWS::Logs::LogGroup")]
    [InlineData("AWS::CloudWatch::Alarm")]
    public void Resources_AreTagged(string type)
    {
        foreach (var resource in stacks.Default.GetResources(type))
        {
            resource["Tags"]!.AsArray().Select(tag => (Template.Plain(tag!["Key"]), Template.Plain(tag["Value"])))
                .ShouldBe([("application", "movierec"), ("managed-by", "cdk")], resource.ToString());
        }
    }

    [Fact]
    public void Template_HasAtMost200Resources()
    {
        stacks.Full.Resources.Count.ShouldBeLessThanOrEqualTo(200);
        stacks.PerFunction.Resources.Count.ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void Template_SynthesizedTwice_IsTheSame()
    {
        var again = stacks.SynthesizeAnew(app => new InfrastructureStack(
            app, Stacks.Read(), Packaging.StackAssets.In(stacks.Dist),
            new Amazon.CDK.StackProps { StackName = "MovieRec", Description = "MovieRec" }));
        again.Text.ShouldBe(stacks.Default.Text);
    }

    [Fact]
    public void Template_IsAscii() =>
        // CloudFormation stores other characters as question marks, and every diff would show them.
        (stacks.Full.Text + stacks.Prerequisites.Text + stacks.Web.Text).ShouldAllBe(letter => letter < 128);

    [Fact]
    public void Template_NamesNoAccountAndNoRegion()
    {
        // The pool's Region is part of its id, and so of its ARN.
        stacks.Default.Text.Replace("eu-west-1", "", StringComparison.Ordinal)
            .ShouldNotMatch(@"\b(us|eu|ap|sa|ca|me|af|il)-[a-z]+-[0-9]\b|\b[0-9]{12}\b");
    }
}
