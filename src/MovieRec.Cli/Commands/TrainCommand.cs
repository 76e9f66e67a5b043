using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Learning;
using MovieRec.Cli.Ratings;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Files;

namespace MovieRec.Cli.Commands;

/// <summary>Output of <c>train --json</c>.</summary>
internal sealed record TrainResult(
    string Model, string Path, int Users, int Titles, int Weights, long Bytes, double TrainSeconds, double PeakMegabytes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrainResult))]
internal sealed partial class TrainJson : JsonSerializerContext;

/// <summary>Command <c>train</c>: trains a model on a ratings file, or on the lists of the service on this machine.</summary>
internal static class TrainCommand
{
    public static Command Build()
    {
        var ratings =
            new Option<string?>("--ratings") { Description = "A ratings file; the default is the lists of the service on this machine" };
        var data = ServiceData.Option();
        var output = new Option<string?>("--out")
        { Description = "The file to write; the default is model.bin in the folder of --data, where ./run looks for it" };
        var links = new Option<string?>("--links")
        {
            Description =
                "A file that maps items to titles; its header line names movieId and tmdbId, or item and mediaId",
        };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a sentence" };
        var model = new ModelArguments();
        var command = new Command("train", "Trains a model.") { ratings, data, output, links, json };
        model.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reporter = new Reporter(parsed.GetValue(json));
            var options = model.Read(parsed);
            var watch = Stopwatch.StartNew();
            var bytes = parsed.GetValue(ratings) is { } file
                ? FromFile(
                    file, ItemKeys.Create(parsed.GetValue(links), model.GetItemsFile(parsed), options.Catalogue), options.Training,
                    reporter, cancellationToken)
                : await FromListsAsync(parsed.GetValue(data)!, options.Training, reporter, cancellationToken);
            var path = parsed.GetValue(output) ?? new DataFolder(parsed.GetValue(data)!).Model;
            await PrivateFile.ReplaceAsync(path, bytes, cancellationToken);
            if (!ModelReader.TryRead(bytes, out var learnt, out var reason))
                throw new InvalidDataException($"The model that was just written cannot be read: {reason}.");
            var result = new TrainResult(
                learnt.Version, path, learnt.UserCount, learnt.ItemCount, learnt.WeightCount, bytes.Length,
                Math.Round(watch.Elapsed.TotalSeconds, 2),
                Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6));
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(result, TrainJson.Default.TrainResult)
                : $"{result.Model}: {result.Titles:N0} titles, {result.Weights:N0} weights, trained on {result.Users:N0} users in "
                + $"{result.TrainSeconds:0.0} s; {result.Bytes:N0} bytes in {path}");
            return 0;
        });
        return command;
    }

    private static byte[] FromFile(
        string file, Func<string, Engine.Titles.TitleKey?> keyOf, TrainingOptions options, Reporter reporter,
        CancellationToken cancellationToken)
    {
        var table = RatingsFile.Read(file);
        Reporter.Unreadable(file, table.Unreadable);
        return reporter.Run("Learning", progress => FileLearner.Learn(table, keyOf, options, progress, cancellationToken));
    }

    private static async Task<byte[]> FromListsAsync(
        string folder, TrainingOptions options, Reporter reporter, CancellationToken cancellationToken)
    {
        var path = new DataFolder(folder).Database;
        if (!File.Exists(path))
        {
            throw new ConfigurationException(
                $"{path} does not exist: give --ratings FILE, or --data with the folder of a service that has run.");
        }
        using var database = MovieRecDatabase.Open(path, NullLogger<MovieRecDatabase>.Instance);
        var listed = await new SqliteListedTitles(database).ReadAllAsync(cancellationToken);
        var now = listed.Count == 0 ? DateTimeOffset.UnixEpoch : listed.Max(entry => entry.AddedAt);
        return reporter.Run("Learning", progress => ListLearner.Learn(listed, now, options, progress, cancellationToken))
            ?? throw new ConfigurationException(
                $"There is too little to learn from: fewer than {ListLearner.FewestUsers} users have two titles or more.");
    }
}
