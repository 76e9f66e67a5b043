using System.Text.Json.Nodes;
using MovieRec.TestKit.OpenApi;

namespace MovieRec.Api.Tests;

/// <summary>Consistency of the route table, the OpenAPI file and the function classes.</summary>
public sealed class RoutesTests
{
    private const string Scope = "aws.cognito.signin.user.admin";

    public static TheoryData<string> AllRoutes => [.. Routes.All.Select(route => route.ToString())];

    public static TheoryData<FunctionName> Functions => [.. Enum.GetValues<FunctionName>()];

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void Route_OfTheTable_HasAnOperationWithItsFunctionsNameAndAccess(string name)
    {
        var route = Routes.All.Single(route => route.ToString() == name);
        var (_, _, operation) = OpenApiContract.Current.Operations
            .Where(operation => operation.Verb == route.Method && operation.Path == route.Path).ShouldHaveSingleItem();

        operation["operationId"]!.GetValue<string>().ShouldContain(route.Function.ToString(), Case.Sensitive);
        GetScopes(operation).ShouldBe(route.Access == Access.Protected ? [Scope] : []);
        // Exactly the routes that need a token document 401; a sign-in has its own 401.
        var refuses = operation["responses"]!["401"] is not null;
        if (route.Access == Access.Protected || route.Method == "GET")
            refuses.ShouldBe(route.Access == Access.Protected);
    }

    [Fact]
    public void Operation_OfTheOpenApiFile_HasARoute() =>
        OpenApiContract.Current.Operations.Select(operation => $"{operation.Verb} {operation.Path}")
            .Except(Routes.All.Select(route => route.ToString())).ShouldBeEmpty();

    [Fact]
    public void OperationIds_OfTheOpenApiFile_AreUnique() =>
        OpenApiContract.Current.Operations.Select(operation => operation.Operation["operationId"]!.GetValue<string>()).ShouldBeUnique();

    [Fact]
    public void Routes_OfTheTable_AreUnique() => Routes.All.Select(route => route.ToString()).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Functions))]
    public void FunctionName_OfTheEnum_HasAClassAndARoute(FunctionName name)
    {
        typeof(Routes).Assembly.GetTypes().Where(type => type.Name == $"{name}Function" && type is { IsClass: true, IsAbstract: false })
            .ShouldHaveSingleItem();
        Routes.All.ShouldContain(route => route.Function == name);
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void Route_ThatWritesNothing_IsNoWriteByItsVerb(string name)
    {
        var route = Routes.All.Single(route => route.ToString() == name);
        // /media stores the source's responses, and /recommendations records titles for the next refresh; neither is user data.
        if (route.Method == "GET")
            route.Writes.ShouldBe(route.Function is FunctionName.MediaCache or FunctionName.MovieRec ? [Table.MovieRecCache] : []);
        if (route.Method == "DELETE")
            route.Writes.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void Route_ThatIsPublic_TouchesNoUsersTable(string name)
    {
        var route = Routes.All.Single(route => route.ToString() == name);
        if (route.Access == Access.Public)
            route.Reads.Concat(route.Writes).ShouldBeSubsetOf([Table.MovieRecCache]);
    }

    private static string[] GetScopes(JsonNode operation) =>
    [
        .. (operation["security"]?.AsArray() ?? []).SelectMany(choice => choice!.AsObject())
            .SelectMany(scheme => scheme.Value!.AsArray()).Select(scope => scope!.GetValue<string>()),
    ];
}
