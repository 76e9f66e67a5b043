using System.Text.Json.Nodes;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rules;

/// <summary>Rules for every stack, each with a breach that it must detect.</summary>
public sealed class AwsSolutionsTests(Stacks stacks)
{
    private static readonly Dictionary<string, Action<Template>> s_breaks = new(StringComparer.Ordinal)
    {
        ["APIG1"] = template => template.Single("AWS::ApiGateway::Stage").Properties.Remove("AccessLogSetting"),
        ["APIG2"] = template => template.Single("AWS::ApiGateway::RequestValidator").Properties["ValidateRequestBody"] = false,
        ["APIG4"] = template => Protected(template).Properties["AuthorizationType"] = "NONE",
        ["APIG6"] = template => template.Single("AWS::ApiGateway::Stage")["MethodSettings"]![1]!["LoggingLevel"] = "OFF",
        ["COG4"] = template => template.Single("AWS::ApiGateway::Authorizer").Properties["Type"] = "TOKEN",
        ["IAM4"] = template => template.GetResources("AWS::IAM::Role")[0].Properties["ManagedPolicyArns"] =
            new JsonArray("arn:aws:iam::aws:policy/ReadOnlyAccess"),
        ["IAM5"] = template => Statement(template)["Resource"] = "*",
        ["L1"] = template => template.GetResources("AWS::Lambda::Function")[0].Properties["Runtime"] = "provided.al2",
        ["COG1"] = template => template.Single("AWS::Cognito::UserPool")["Policies"]!["PasswordPolicy"]!["MinimumLength"] = 6,
        ["COG7"] = template => template.Root["Resources"]!["Identities"] =
            JsonNode.Parse("""{"Type":"AWS::Cognito::IdentityPool","Properties":{"AllowUnauthenticatedIdentities":true}}"""),
        ["DDB3"] = template => template.GetResources("AWS::DynamoDB::Table")[0].Properties.Remove("PointInTimeRecoverySpecification"),
        ["PreventUserExistenceErrors"] = template =>
            template.Single("AWS::Cognito::UserPoolClient").Properties.Remove("PreventUserExistenceErrors"),
        ["DataTrace"] = template => template.Single("AWS::ApiGateway::Stage")["MethodSettings"]![0]!["DataTraceEnabled"] = true,
        ["Secrets"] = template =>
            template.GetResources("AWS::Lambda::Function")[0]["Environment"]!["Variables"]!["USER_POOL_CLIENT_SECRET"] = "s3cr3t",
        ["Preflight"] = template => template.GetResources("AWS::ApiGateway::Method")
            .First(method => method.Text("HttpMethod") == "OPTIONS").Properties["AuthorizationType"] = "AWS_IAM",
        ["LogRetention"] = template => template.Root["Resources"]!["Retention"] = JsonNode.Parse("""{"Type":"Custom::LogRetention"}"""),
        ["S2"] = template => template.Single("AWS::S3::Bucket")["PublicAccessBlockConfiguration"]!["BlockPublicPolicy"] = false,
        ["S5"] = template => template.Single("AWS::S3::BucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray().Add(
            JsonNode.Parse("""{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}""")),
        ["S10"] = template => template.Single("AWS::S3::BucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray().RemoveAt(0),
        ["CFR4"] = template => template.Single(
            "AWS::CloudFront::Distribution")["DistributionConfig"]!["ViewerCertificate"]!["MinimumProtocolVersion"] = "TLSv1",
        ["CFR7"] = template => template.Single("AWS::CloudFront::Distribution")["DistributionConfig"]!["Origins"]![0]!.AsObject()
            .Remove("OriginAccessControlId"),
        ["Retention"] = template => template.GetResources("AWS::Logs::LogGroup")[0].Properties.Remove("RetentionInDays"),
        ["Scan"] = template => Statement(template)["Action"] = "dynamodb:Scan",
    };

    public static TheoryData<string> Names => [.. AwsSolutions.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_OfTheList_HoldsForEveryStack(string name)
    {
        var rule = AwsSolutions.All.Single(rule => rule.Name == name);
        foreach (
            var template in new[] { stacks.Default, stacks.Full, stacks.PerFunction, stacks.Prerequisites, stacks.Web,
                stacks.WebWithDomain }.Where(template => Applies(rule, template)))
        {
            rule.Broken(template).ShouldBeEmpty(rule.Says);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_OfTheList_FindsWhatItIsThereFor(string name)
    {
        var rule = AwsSolutions.All.Single(rule => rule.Name == name);
        var template = name switch
        {
            "COG1" or "COG7" or "DDB3" or "PreventUserExistenceErrors" => stacks.Prerequisites,
            "S2" or "S5" or "S10" or "CFR7" => stacks.Web,
            "CFR4" => stacks.WebWithDomain,
            _ => stacks.Default,
        };
        rule.Broken(template.Changed(s_breaks[name])).ShouldNotBeEmpty(rule.Says);
    }

    [Fact]
    public void Exceptions_AreAllNeededAndSayWhy()
    {
        Template[] templates = [stacks.Full, stacks.Web];
        foreach (var rule in AwsSolutions.All.Where(rule => rule.Exceptions is not null))
        {
            rule.Exceptions!.Values.ShouldAllBe(reason => reason.Length > 20);
            rule.Exceptions.Keys.Except(templates.SelectMany(rule.Find)).ShouldBeEmpty(rule.Name);
        }
    }

    /// <summary>Returns false for rules about the gateway if the stack has none.</summary>
    private static bool Applies(Rule rule, Template template) =>
        rule.Name != "DataTrace" || template.GetResources("AWS::ApiGateway::Stage").Count > 0;

    private static Resource Protected(Template template) =>
        template.GetResources("AWS::ApiGateway::Method").First(method => method.Text("AuthorizationType") == "COGNITO_USER_POOLS");

    private static JsonNode Statement(Template template) =>
        template.Single("AWS::IAM::Role")["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray()
            .Single(statement => Template.Plain(statement!["Sid"]) == "FavouritesTable")!;
}
