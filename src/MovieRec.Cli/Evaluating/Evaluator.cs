using System.Diagnostics;
using System.Text.Json.Serialization;
using MovieRec.Cli.Evaluating.Models;

namespace MovieRec.Cli.Evaluating;

/// <summary>Metrics of one model in one experiment, as <c>evaluate --json</c> prints them.</summary>
/// <param name="Hr">Share of users with a hit in the first ten.</param>
/// <param name="Coverage">Share of all items that were recommended to at least one user.</param>
/// <param name="PeakMegabytes">Peak memory of the process so far.</param>
internal sealed record EvaluationResult(
    string Model,
    string Protocol,
    int Users,
    double Ndcg,
    double Precision,
    double Recall,
    double Map,
    double Hr,
    double Coverage,
    double Gini,
    double Diversity,
    double TrainSeconds,
    double UsersPerSecond,
    double PeakMegabytes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvaluationResult))]
internal sealed partial class EvaluationJson : JsonSerializerContext;

/// <summary>Evaluates a trained model.</summary>
internal static class Evaluator
{
    public const int K = 10;

    public static EvaluationResult Run(
        Experiment experiment, IModel model, double trainSeconds, Action<double> progress, CancellationToken cancellationToken)
    {
        var barred = new bool[experiment.Items.Count];
        var counts = new int[experiment.Items.Count];
        var sums = default(ListMetrics);
        var diversity = 0.0;
        var ranking = new Stopwatch();
        for (var at = 0; at < experiment.Cases.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var user = experiment.Cases[at];
            Bar(barred, user);
            ranking.Start();
            var list = model.Rank(user.Known, barred, K);
            ranking.Stop();
            var one = ListMetrics.Compute(list, user.Relevant, K);
            sums = new ListMetrics(
                sums.Ndcg + one.Ndcg, sums.Precision + one.Precision, sums.Recall + one.Recall,
                sums.AveragePrecision + one.AveragePrecision, sums.Hit + one.Hit);
            foreach (var item in list)
                counts[item]++;
            diversity += Concentration.Diversity(list, experiment.Train);
            progress((at + 1) / (double)experiment.Cases.Count);
        }
        double n = experiment.Cases.Count;
        return new EvaluationResult(
            model.Name, experiment.Name, experiment.Cases.Count, Round(sums.Ndcg / n), Round(sums.Precision / n), Round(sums.Recall / n),
            Round(sums.AveragePrecision / n), Round(sums.Hit / n), Round(counts.Count(count => count > 0) / (double)counts.Length),
            Round(Concentration.Gini(counts)), Round(diversity / n), Round(trainSeconds), Math.Round(n / ranking.Elapsed.TotalSeconds),
            Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6));
    }

    private static void Bar(bool[] barred, EvaluationCase user)
    {
        Array.Fill(barred, user.Candidates is not null);
        foreach (var candidate in user.Candidates ?? [])
            barred[candidate] = false;
        foreach (var item in user.Known.Items)
            barred[item] = true;
    }

    private static double Round(double value) => Math.Round(value, 5);
}
