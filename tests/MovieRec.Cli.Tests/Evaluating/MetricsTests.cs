using MovieRec.Cli.Evaluating;

namespace MovieRec.Cli.Tests.Evaluating;

public sealed class MetricsTests
{
    [Fact]
    public void Metrics_HitsAtFirstAndThirdPlaceOfFourRelevant_AreTheWorkedOutFigures()
    {
        var metrics = ListMetrics.Compute([1, 9, 2, 8, 7, 6, 5, 4, 3, 0], [1, 2, 11, 12], 10);
        var ideal = 1 + (1 / Math.Log2(3)) + 0.5 + (1 / Math.Log2(5));
        metrics.Ndcg.ShouldBe(1.5 / ideal, 1e-12);
        metrics.Precision.ShouldBe(0.2);
        metrics.Recall.ShouldBe(0.5);
        metrics.AveragePrecision.ShouldBe((1 + (2 / 3.0)) / 4, 1e-12);
        metrics.Hit.ShouldBe(1);
    }

    [Fact]
    public void Metrics_EmptyList_AreNothing() => ListMetrics.Compute([], [1], 10).ShouldBe(default);

    [Fact]
    public void Gini_OneItemTakesAll_IsNearlyOneAndEvenIsNothing()
    {
        Concentration.Gini([0, 0, 0, 12]).ShouldBe(0.75, 1e-12);
        Concentration.Gini([3, 3, 3, 3]).ShouldBe(0, 1e-12);
        Concentration.Gini([0, 0]).ShouldBe(0);
    }
}
