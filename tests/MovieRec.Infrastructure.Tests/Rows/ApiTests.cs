using System.Text.Json;
using System.Text.Json.Nodes;
using MovieRec.Api;
using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirements "API" and "routes": one REST API with its stage, logging, validation and access.</summary>
public sealed class ApiTests(Stacks stacks)
{
    private Resource Stage => stacks.Default.Single("AWS::ApiGateway::Stage");

    public static TheoryData<string> RoutesOfTheTable => [.. Routes.All.Select(route => route.ToString())];

    [Fact]
    public void Api_IsOneOfTheRegion() =>
        Template.Texts(stacks.Default.Single("AWS::ApiGateway::RestApi")["EndpointConfiguration"]!["Types"]).ShouldBe(["REGIONAL"]);

    [Fact]
    public void Stage_IsProdAndTraced()
    {
        Stage.Text("StageName").ShouldBe("prod");
        Stage["TracingEnabled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void Stage_AccessLog_IsJsonWithTheRequestIdAndNothingOfThePerson()
    {
        var format = Template.Plain(Stage["AccessLogSetting"]!["Format"]);
        var fields = JsonDocument.Parse(format).RootElement.EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.GetString());
        fields["requestId"].ShouldBe("$context.requestId");
        foreach (var person in new[] { "$context.identity", "claims", "$context.path", "header", "querystring", "principal" })
            format.ShouldNotContain(person, Case.Insensitive);
        stacks.Default.Referred(Stage["AccessLogSetting"]!["DestinationArn"]).Text("RetentionInDays").ShouldBe("30");
    }

    [Fact]
    public void Stage_ExecutionLog_IsTheStacksOwnWithRetentionAndThereBeforeTheStage()
    {
        var log = stacks.Default.GetResources("AWS::Logs::LogGroup")
            .Single(log => log.Text("LogGroupName").StartsWith("API-Gateway-Execution-Logs_${", StringComparison.Ordinal));
        log.Text("LogGroupName").ShouldEndWith("}/prod");
        log.Text("RetentionInDays").ShouldBe("30");
        Stage.DependsOn.ShouldContain(log.Id);
    }

    [Fact]
    public void Stage_EveryMethod_IsLoggedAndMeasuredWithoutData()
    {
        foreach (var settings in MethodSettings())
        {
            Template.Plain(settings!["LoggingLevel"]).ShouldBe("INFO");
            settings["DataTraceEnabled"]!.GetValue<bool>().ShouldBeFalse();
            settings["MetricsEnabled"]!.GetValue<bool>().ShouldBeTrue();
        }
    }

    [Fact]
    public void Stage_Throttling_IsThereAndLowerForAccounts()
    {
        var rates = MethodSettings().ToDictionary(
            settings =>
                $"{Template.Plain(settings!["HttpMethod"])} "
                + $"{Template.Plain(settings["ResourcePath"]).Replace("~1", "/", StringComparison.Ordinal)}",
            settings => settings!["ThrottlingRateLimit"]!.GetValue<int>(), StringComparer.Ordinal);
        rates.Keys.ShouldBe(["* /*", "POST //auth/signin", "POST //auth/signup", "POST //auth/refresh"], ignoreOrder: true);
        rates["* /*"].ShouldBe(Throttling.Default.Rate);
        rates.Where(rate => rate.Key != "* /*").ShouldAllBe(rate => rate.Value == Throttling.Accounts.Rate);
    }

    [Theory]
    [MemberData(nameof(RoutesOfTheTable))]
    public void Route_OfTheTable_CallsItsFunctionByProxy(string name)
    {
        var route = Routes.All.Single(route => route.ToString() == name);
        var method = Method(name);
        method.Handler.ShouldBe($"{route.Function}Function");
        Template.Plain(method.Resource["Integration"]!["Type"]).ShouldBe("AWS_PROXY");
        method.MayInvoke.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(RoutesOfTheTable))]
    public void Route_OfTheTable_IsValidatedBeforeItCostsAnInvocation(string name)
    {
        var method = Method(name);
        var validator = stacks.Default.Referred(method.Resource["RequestValidatorId"]);
        validator["ValidateRequestBody"]!.GetValue<bool>().ShouldBeTrue();
        validator["ValidateRequestParameters"]!.GetValue<bool>().ShouldBeTrue();
        if (method.Verb == "POST")
        {
            Template.Plain(stacks.Default.Referred(method.Resource["RequestModels"]!["application/json"])["Schema"]!["type"])
                .ShouldBe("object");
        }
        else
        {
            method.Resource["RequestModels"].ShouldBeNull();
        }
    }

    [Fact]
    public void Deployment_ComesAfterEveryMethodAndGatewayResponse()
    {
        var deployment = stacks.Default.Single("AWS::ApiGateway::Deployment");
        string[] parts =
            ["AWS::ApiGateway::Method", "AWS::ApiGateway::GatewayResponse", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::Model"];
        parts.SelectMany(stacks.Default.GetResources).Select(part => part.Id).Except(deployment.DependsOn).ShouldBeEmpty();
    }

    [Fact]
    public void Deployment_OfOtherOrigins_IsAnother()
    {
        var other = stacks.Infrastructure(("allowedOrigins", Stacks.SecondOrigin));
        other.Single("AWS::ApiGateway::Deployment").Id.ShouldNotBe(stacks.Default.Single("AWS::ApiGateway::Deployment").Id);
    }

    private DeployedMethod Method(string name) => new DeployedGateway(stacks.Default).Methods.Single(method => method.ToString() == name);

    private JsonArray MethodSettings() => Stage["MethodSettings"]!.AsArray();
}
