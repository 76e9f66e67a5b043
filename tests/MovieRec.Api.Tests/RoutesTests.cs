using MovieRec.TestKit.OpenApi;

namespace MovieRec.Api.Tests;

public sealed class RoutesTests
{
    [Fact]
    public void Routes_EachVerbAndPath_StandsOnce() => Routes.All.Select(route => route.ToString()).ShouldBeUnique();

    [Fact]
    public void Routes_EveryFunction_HasARowAndAClassOfItsName()
    {
        var classes = typeof(Routes).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Enum.GetValues<FunctionName>())
        {
            Routes.All.ShouldContain(route => route.Function == name);
            classes.ShouldContain($"{name}Function");
        }
    }

    [Fact]
    public void Routes_EveryRow_IsAnOperationOfTheOpenApiFileWithItsName()
    {
        var operations = OpenApiContract.Current.Operations;
        operations.Select(operation => $"{operation.Verb} {operation.Path}").ShouldBe(Routes.All.Select(route => route.ToString()), ignoreOrder: true);
        foreach (var (verb, path, operation) in operations)
        {
            var route = Routes.All.Single(row => row.Verb == verb && row.Path == path);
            operation["operationId"]!.GetValue<string>().ShouldContain(route.Function.ToString());
            (operation["security"] is not null).ShouldBe(route.Access == Access.Protected, route.ToString());
        }
    }

    [Fact]
    public void Routes_Public_TouchNoUsersTable()
    {
        foreach (var route in Routes.All.Where(route => route.Access == Access.Public))
            route.Reads.Concat(route.Writes).ShouldBeSubsetOf([Table.MovieRecCache]);
    }
}
