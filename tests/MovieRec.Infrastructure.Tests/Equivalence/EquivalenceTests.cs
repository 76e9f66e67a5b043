using System.Text.Json.Nodes;
using MovieRec.Api;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Equivalence;

/// <summary>Equivalence of stack, route table and local host; a change of one side alone is detected.</summary>
public sealed class EquivalenceTests(Stacks stacks, RunningHost host)
{
    private static readonly Dictionary<string, Action<Template>> s_stackMutations = new(StringComparer.Ordinal)
    {
        ["a route"] = template => template.Remove(Method(template, "GET", "/media")),
        ["a route's authorizer"] = template => Method(template, "GET", "/user/favourites").Properties["AuthorizationType"] = "NONE",
        ["a scope"] = template => Method(template, "POST", "/user/watchlist").Properties.Remove("AuthorizationScopes"),
        ["a route's function"] = template => Method(template, "GET", "/media").Properties["Integration"]!["Uri"] =
            Method(template, "POST", "/auth/signin")["Integration"]!["Uri"]!.DeepClone(),
        ["the gateway's permission to call"] = template => template.Remove(template.GetResources("AWS::Lambda::Permission")
            .Single(permission => Template.Plain(permission["SourceArn"]).EndsWith("/GET/recommendations", StringComparison.Ordinal))),
        ["the layer"] = template => Function(template, FunctionName.MovieRec).Properties.Remove("Layers"),
        ["a function"] = template => Function(template, FunctionName.Signup).Properties["Handler"] = "UnknownFunction",
        ["an action"] = template => Statement(template, "WatchlistTable")["Action"]!.AsArray().RemoveAt(0),
        ["a table"] = template => Statement(template, "UserPreferencesTable")["Effect"] = "Deny",
        ["an origin of a function"] = template =>
            Function(template, FunctionName.Favourites)["Environment"]!["Variables"]!["ALLOWED_ORIGINS"] = Stacks.FirstOrigin,
        ["an origin of preflight"] = template => Preflight(template, "/media")["ResponseTemplates"]!["application/json"] = "",
        ["the first origin of preflight"] = template =>
            Preflight(template, "/media")["ResponseParameters"]!["method.response.header.Access-Control-Allow-Origin"] =
                $"'{Stacks.SecondOrigin}'",
        ["preflight"] = template => template.Remove(Method(template, "OPTIONS", "/recommendations")),
        ["a gateway response"] = template => template.Remove(Error(template, "UNAUTHORIZED")),
        ["the 404 of unknown paths"] = template => Error(template, "MISSING_AUTHENTICATION_TOKEN").Properties["StatusCode"] = "403",
        ["a gateway response's CORS"] = template =>
            Error(template, "UNAUTHORIZED")["ResponseParameters"]!.AsObject().Remove("gatewayresponse.header.Access-Control-Allow-Origin"),
    };

    private static readonly Dictionary<string, Func<Route, Route?>> s_tableMutations = new(StringComparer.Ordinal)
    {
        ["a route"] = route => route.ToString() == "DELETE /user/watchlist" ? null : route,
        ["a route's protection"] = route => route.ToString() == "GET /recommendations" ? route with { Access = Access.Public } : route,
        ["all protection of a function"] = route =>
            route.Function == FunctionName.UserPreferences ? route with { Access = Access.Public } : route,
        ["a table's readers"] = route => route with { Reads = [.. route.Reads.Where(table => table != Table.UserPreferences)] },
        ["a table's writers"] = route => route with { Writes = [.. route.Writes.Where(table => table != Table.Favourites)] },
        ["a route's function"] = route => route.Path == "/media" ? route with { Function = FunctionName.MovieRec } : route,
    };

    public static TheoryData<string> StackMutations => [.. s_stackMutations.Keys];

    public static TheoryData<string> TableMutations => [.. s_tableMutations.Keys];

    [Fact]
    public void Stack_RouteTableAndLocalHost_AreTheSame() =>
        Comparison.Differences(stacks.Default, Routes.All, host.Observed).ShouldBeEmpty();

    [Fact]
    public void Stack_WithARoleAFunction_IsTheSame() =>
        Comparison.Differences(stacks.PerFunction, Routes.All, host.Observed).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(StackMutations))]
    public void Stack_WithoutOneThing_IsFound(string what) =>
        Comparison.Differences(stacks.Default.Changed(s_stackMutations[what]), Routes.All, host.Observed).ShouldNotBeEmpty(what);

    [Theory]
    [MemberData(nameof(TableMutations))]
    public void RouteTable_WithoutOneThing_IsFound(string what) =>
        Comparison.Differences(stacks.Default, [.. Routes.All.Select(s_tableMutations[what]).OfType<Route>()], host.Observed)
            .ShouldNotBeEmpty(what);

    [Fact]
    public void LocalHost_WithoutAnOrigin_IsFound()
    {
        var differences = Comparison.Differences(stacks.Default, Routes.All, host.WithOneOrigin);
        differences.ShouldContain(line => line.StartsWith("OPTIONS", StringComparison.Ordinal));
        differences.ShouldContain(line => line.Contains("echo", StringComparison.Ordinal));
    }

    [Fact]
    public void LocalHost_WithoutARoute_IsFound()
    {
        var without = host.Observed with
        {
            Protected = host.Observed.Protected.Where(route => route.Key != "GET /media").ToDictionary(StringComparer.Ordinal),
        };
        Comparison.Differences(stacks.Default, Routes.All, without).ShouldHaveSingleItem().ShouldContain("GET /media");
    }

    [Fact]
    public void LocalHost_WithAnOpenRoute_IsFound()
    {
        var open = host.Observed.Protected.ToDictionary(
            route => route.Key, route => route.Key != "GET /user/favourites" && route.Value, StringComparer.Ordinal);
        Comparison.Differences(stacks.Default, Routes.All, host.Observed with { Protected = open }).ShouldHaveSingleItem()
            .ShouldContain("GET /user/favourites");
    }

    [Fact]
    public void LocalHost_WithAnotherScope_IsFound() =>
        Comparison.Differences(stacks.Default, Routes.All, host.Observed with { Scope = "openid" }).ShouldNotBeEmpty();

    private static Resource Method(Template template, string verb, string path) =>
        new DeployedGateway(template).Methods.Single(method => method.Verb == verb && method.Path == path).Resource;

    private static Resource Function(Template template, FunctionName name) =>
        template.GetResources("AWS::Lambda::Function").Single(function => function.Text("Handler") == $"{name}Function");

    private static JsonNode Preflight(Template template, string path) =>
        Method(template, "OPTIONS", path)["Integration"]!["IntegrationResponses"]![0]!;

    private static Resource Error(Template template, string type) =>
        template.GetResources("AWS::ApiGateway::GatewayResponse").Single(response => response.Text("ResponseType") == type);

    private static JsonNode Statement(Template template, string sid) =>
        template.Single("AWS::IAM::Role")["Policies"]![0]!["PolicyDocument"]!["Statement"]!
        .AsArray().Single(statement => Template.Plain(statement!["Sid"]) == sid)!;
}
