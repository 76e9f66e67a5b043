using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirement "layer": one layer, on exactly the functions that verify tokens.</summary>
public sealed class LayerTests(Stacks stacks)
{
    [Fact]
    public void Layer_IsOneForTheFunctionsRuntime()
    {
        var layer = stacks.Default.Single("AWS::Lambda::LayerVersion");
        Template.Texts(layer["CompatibleRuntimes"]).ShouldBe(["provided.al2023"]);
        Template.Texts(layer["CompatibleArchitectures"]).ShouldBe(["x86_64"]);
    }

    [Fact]
    public void Layer_IsOnTheFourVerifyingFunctions() =>
        new DeployedGateway(stacks.Default).Functions.Values.Where(function => function.HasLayer).Select(function => function.Handler)
            .ShouldBe(["UserPreferencesFunction", "FavouritesFunction", "WatchlistFunction", "MovieRecFunction"], ignoreOrder: true);
}
