using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MovieRec.Cli.Evaluating;
using MovieRec.Cli.Evaluating.Models;
using MovieRec.Engine.Recommending;

namespace MovieRec.Cli.Commands;

/// <summary>Command <c>tune</c>: shows how the metrics of the blend change with one parameter at a time.</summary>
/// <remarks>The model is trained once per experiment. With <c>--validation</c> the test part is not used.</remarks>
internal static class TuneCommand
{
    public static Command Build()
    {
        var (data, model) = (new DataOptions(), new ModelArguments());
        var vary = new Option<string[]>("--vary")
        {
            Description = "Parameters and values to try one at a time, such as Content=5,10,20 Diversity=0,12",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var command = new Command("tune", "Tries parameters of the blend, one at a time.") { vary };
        data.AddTo(command);
        model.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = model.Read(parsed);
            foreach (var experiment in data.Read(parsed))
            {
                var catalogue = HybridModel.GetCatalogue(experiment, options.Items, options.Catalogue);
                var learnt = HybridModel.GetModel(experiment, options.Training, new Progress<double>(), cancellationToken);
                foreach (var (name, blend) in Variants(options.Blend, parsed.GetValue(vary)!))
                {
                    var result = Evaluator.Run(
                        experiment, new HybridModel(name, experiment, new Recommender(catalogue, learnt, blend)), 0, _ =>
                            { }, cancellationToken);
                    Console.WriteLine(JsonSerializer.Serialize(result, EvaluationJson.Default.EvaluationResult));
                }
            }
            return Task.FromResult(0);
        });
        return command;
    }

    private static IEnumerable<(string Name, HybridOptions Blend)> Variants(HybridOptions blend, string[] varied)
    {
        yield return ("as it is", blend);
        foreach (var parameter in varied)
        {
            var (name, values) = parameter.Split('=', 2) is [var left, var right] ? (left, right) : (parameter, "");
            foreach (var value in values.Split(','))
                yield return ($"{name}={value}", ModelArguments.Set(blend, string.Create(CultureInfo.InvariantCulture, $"{name}={value}")));
        }
    }
}
