using MovieRec.Api;
using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirement "DynamoDB": the tables are imported, the cache with its index.</summary>
public sealed class DynamoDbTests(Stacks stacks)
{
    [Fact]
    public void Tables_AreImportedAndNeverMade() =>
        stacks.Default.Resources.ShouldAllBe(resource => !resource.Type.StartsWith("AWS::DynamoDB", StringComparison.Ordinal));

    [Fact]
    public void Cache_MayBeAskedByItsIndex() =>
        Grants(stacks.Default).Where(grant => grant.Resource.Contains("/index/", StringComparison.Ordinal))
            .ShouldBe(
                [("dynamodb:Query",
                    "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/MovieRecCache/index/genre-index")]);

    [Fact]
    public void Tables_WithOtherNames_AreGrantedUnderThese()
    {
        var tables = Grants(stacks.Full).Where(grant => grant.Action.StartsWith("dynamodb:", StringComparison.Ordinal))
            .Select(grant => grant.Resource.Split(":table/")[1]).Distinct();
        tables.ShouldBe(
            ["UserPreferences", "films-favourites", "Watchlist", "films-cache", "films-cache/index/genre-index"], ignoreOrder: true);
    }

    [Fact]
    public void Cache_WithoutSchedule_IsWrittenForTheRoutesAlone()
    {
        // With or without a schedule, GET /media stores TMDB's responses and /recommendations records wanted titles.
        var writers = new DeployedGateway(stacks.WithoutSchedule).Functions.Values
            .Where(function => function.Permissions.On(Table.MovieRecCache).Except(["BatchGetItem", "GetItem"], StringComparer.Ordinal)
                .Any());
        writers.Select(function => function.Handler).ShouldBe(["MovieRecFunction", "MediaCacheFunction"]);
    }

    private static IEnumerable<(string Action, string Resource)> Grants(Template template) =>
        new DeployedGateway(template).Functions.Values.SelectMany(function => function.Permissions.All).Distinct();
}
