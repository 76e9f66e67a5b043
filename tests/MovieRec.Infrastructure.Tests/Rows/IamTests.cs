using MovieRec.Api;
using MovieRec.Aws;
using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirement "IAM": one role with the union of all permissions, or one role per function.</summary>
public sealed class IamTests(Stacks stacks)
{
    private const string Tables = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/";

    public static TheoryData<FunctionName> Names => [.. Enum.GetValues<FunctionName>()];

    [Fact]
    public void Role_IsOneAndLambdasAlone()
    {
        var role = stacks.Default.Single("AWS::IAM::Role");
        Template.Plain(role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!["Service"]).ShouldBe("lambda.amazonaws.com");
    }

    [Fact]
    public void Role_WritesTheFunctionsLogsAndNoOthers()
    {
        var logs = Shared().All.Where(grant => grant.Action.StartsWith("logs:", StringComparison.Ordinal)).ToArray();
        logs.Select(grant => grant.Action).Distinct().ShouldBe(["logs:CreateLogStream", "logs:PutLogEvents"]);
        logs.Select(grant => grant.Resource).Distinct().Count().ShouldBe(8);
        logs.ShouldAllBe(grant => grant.Resource.EndsWith(".Arn}", StringComparison.Ordinal));
    }

    [Fact]
    public void Role_TmdbKey_IsReadByExactName()
    {
        var functions = new DeployedGateway(stacks.PerFunction).Functions;
        foreach (var function in functions.Values)
        {
            var grants = function.Permissions.All.Where(grant => grant.Action.StartsWith("ssm:", StringComparison.Ordinal));
            if (function.Handler == "MediaCacheFunction")
            {
                grants.ShouldBe(
                    [("ssm:GetParameter", "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/movierec/tmdb-key")]);
            }
            else
            {
                grants.ShouldBeEmpty(function.Handler);
            }
        }
    }

    [Fact]
    public void Role_WithoutATmdbKey_ReadsNoParameter() =>
        Shared().All.ShouldAllBe(grant => !grant.Action.StartsWith("ssm:", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Role_OfAFunctionByItself_IsItsRows(FunctionName name)
    {
        var rows = Routes.All.Where(route => route.Function == name).Select(route => (route.Reads, route.Writes))
            .Concat(Schedule.All.Where(schedule => schedule.Function == name).Select(schedule => (schedule.Reads, schedule.Writes)))
                .ToArray();
        var needed =
            rows.SelectMany(row => row.Reads.SelectMany(table => TableOperations.Reads(table).Select(operation => (operation, table)))
            .Concat(row.Writes.SelectMany(table => TableOperations.Writes(table).Select(operation => (operation, table)))));
        var granted = new DeployedGateway(stacks.PerFunction).Functions[$"{name}Function"].Permissions.All
            .Where(grant => grant.Resource.StartsWith(Tables, StringComparison.Ordinal)
                && !grant.Resource.Contains("/index/", StringComparison.Ordinal));
        granted.ShouldBe(needed.Distinct().Select(need => ($"dynamodb:{need.operation}", $"{Tables}{need.table}")), ignoreOrder: true);
    }

    [Fact]
    public void Role_OfAnyFunctionButTwo_DoesNotWriteTheCache()
    {
        var writers = new DeployedGateway(stacks.PerFunction).Functions.Values
            .Where(function => function.Permissions.On(Table.MovieRecCache).Contains("BatchWriteItem"))
                .Select(function => function.Handler);
        writers.ShouldBe(["MovieRecFunction", "MediaCacheFunction"]);
    }

    private RolePermissions Shared() => new DeployedGateway(stacks.Default).Functions["SigninFunction"].Permissions;
}
