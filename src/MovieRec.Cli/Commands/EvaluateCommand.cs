using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MovieRec.Cli.Evaluating;
using MovieRec.Cli.Evaluating.Models;
using Spectre.Console;

namespace MovieRec.Cli.Commands;

/// <summary>Command <c>evaluate</c>: evaluates models on a ratings file, or on given training and test parts.</summary>
internal static class EvaluateCommand
{
    public static Command Build()
    {
        var (data, model) = (new DataOptions(), new ModelArguments());
        var models = new Option<string[]>("--models")
        {
            Description = $"Which models, of: {string.Join(", ", ModelFactory.Names)}",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["popular", "item-knn", "rp3beta", "ease"],
        };
        models.Validators.Add(result =>
        {
            foreach (var name in Split(result.GetValueOrDefault<string[]>() ?? []).Where(name => !ModelFactory.Names.Contains(name)))
                result.AddError($"--models: there is no {name}; there are {string.Join(", ", ModelFactory.Names)}.");
        });
        var json = new Option<bool>("--json") { Description = "One JSON object per model, each on a line" };
        var command = new Command("evaluate", "Evaluates models on held-out ratings.") { models, json };
        data.AddTo(command);
        model.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var reporter = new Reporter(parsed.GetValue(json));
            var results = new List<EvaluationResult>();
            foreach (var experiment in data.Read(parsed))
            {
                var factory = new ModelFactory(experiment, model.Read(parsed));
                foreach (var name in Split(parsed.GetValue(models)!))
                {
                    var result = Judge(experiment, factory, name, reporter, cancellationToken);
                    results.Add(result);
                    if (parsed.GetValue(json))
                        Console.WriteLine(JsonSerializer.Serialize(result, EvaluationJson.Default.EvaluationResult));
                }
            }
            if (!parsed.GetValue(json))
                Print(results);
            return Task.FromResult(0);
        });
        return command;
    }

    // Accepts both --models a,b and --models a b.
    private static string[] Split(string[] names) =>
        [.. names.SelectMany(name => name.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static EvaluationResult Judge(
        Experiment experiment, ModelFactory factory, string name, Reporter reporter, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var model = reporter.Run($"{experiment.Name}: {name} learns", progress => factory.Train(name, progress, cancellationToken));
        var seconds = watch.Elapsed.TotalSeconds;
        return reporter.Run(
            $"{experiment.Name}: {name} recommends", progress =>
                Evaluator.Run(experiment, model, seconds, progress.Report, cancellationToken));
    }

    private static void Print(List<EvaluationResult> results)
    {
        var table = new Table().Border(TableBorder.Markdown);
        foreach (
            var header in (
                string[])["model", "protocol", "users", "nDCG@10", "P@10", "R@10", "MAP@10", "HR@10", "coverage", "Gini", "diversity",
                "train s", "users/s"])
        {
            table.AddColumn(header);
        }
        foreach (var result in results)
        {
            double[] figures =
                [result.Ndcg, result.Precision, result.Recall, result.Map, result.Hr, result.Coverage, result.Gini, result.Diversity];
            table.AddRow(
            [
                result.Model, result.Protocol, result.Users.ToString(CultureInfo.InvariantCulture),
                .. figures.Select(figure => figure.ToString("0.0000", CultureInfo.InvariantCulture)),
                result.TrainSeconds.ToString("0.0", CultureInfo.InvariantCulture),
                result.UsersPerSecond.ToString("N0", CultureInfo.InvariantCulture),
            ]);
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = 200;
        console.Write(table);
    }
}
