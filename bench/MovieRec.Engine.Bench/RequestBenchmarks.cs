using BenchmarkDotNet.Attributes;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Recommending;

namespace MovieRec.Engine.Bench;

/// <summary>BenchmarkDotNet's benchmark of one request: nine titles for a user with fifty favourites; <c>--benchmark</c>.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private const int Users = 64;

    private readonly RecommendationQuery _query = new() { Now = Figures.Now };
    private Recommender _alone = null!;
    private Recommender _together = null!;
    private UserTaste[] _users = [];
    private int _next;

    [Params(10_000, 100_000, 1_000_000)]
    public int Titles { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var catalogue = Catalogue.Build(SyntheticTitles.Make(Titles, seed: 7), "synthetic");
        _alone = new Recommender(catalogue);
        _together = new Recommender(catalogue, SyntheticLists.GetModel(catalogue));
        _users = [.. Enumerable.Range(0, Users).Select(user => Figures.GetTaste(catalogue, user, favourites: 50))];
    }

    [Benchmark(Baseline = true)]
    public object Content() => Recommend(_alone);

    [Benchmark]
    public object WithAModel() => Recommend(_together);

    private RecommendationList Recommend(Recommender recommender)
    {
        var call = _next++;
        return recommender.Recommend(_users[call % Users], _query with { Seed = call });
    }
}
