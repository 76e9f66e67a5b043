using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MovieRec.Emulators;
using MovieRec.Engine.Bench;

namespace MovieRec.ColdStart.Bench;

/// <summary>Time from process start to first response of the functions that read the catalogue, over snapshots of several sizes.</summary>
internal static class SnapshotStarts
{
    private const int Warm = 20;

    public static async Task MeasureAsync(BenchOptions options, RSA key, DynamoDbLocal real, CancellationToken cancellationToken)
    {
        var embedded = CatalogueFiles.Read(Path.Combine(Folders.Root, "data"));
        var tables = new SnapshotTables(real.Client);
        Contender[] contenders = [Contender.Ours, .. options.Beside.Select(Contender.Beside)];
        Console.WriteLine(
            $"{options.Runs} processes of each in turn, medians (min–max), ms and MB; {Environment.ProcessorCount} cores shared with this "
            + "bench and DynamoDB");
        foreach (var size in options.Snapshots)
        {
            var titles = LifelikeTitles.Make(size, embedded, seed: 7);
            var bytes = await tables.PublishAsync(titles, cancellationToken);
            SnapshotQuestion[] questions =
                [SnapshotQuestion.Recommendations, SnapshotQuestion.Popular, SnapshotQuestion.Search(titles[50].Name)];
            foreach (var name in options.Backends)
            {
                // A new backend per snapshot: the old one has recorded the previous snapshot.
                await using var backend = await Backend.StartAsync(name, key, real, cancellationToken);
                Console.WriteLine($"\n{size:N0} titles, {bytes:N0} bytes. {backend.Description}\n");
                Console.WriteLine(
                    "| first request | build | start → first response | on a core until then | peak memory then | warm p50 "
                    + "|\n|---|---|---|---|---|---|");
                foreach (var question in questions)
                    await MeasureAsync(question, contenders, options, backend, cancellationToken);
            }
        }
    }

    private static async Task MeasureAsync(
        SnapshotQuestion question, Contender[] contenders, BenchOptions options, Backend backend, CancellationToken cancellationToken)
    {
        // Not measured: DynamoDB's responses are being recorded.
        foreach (var contender in contenders)
            await AskAsync(question, contender, backend, new Figures(), cancellationToken);
        var figures = Array.ConvertAll(contenders, _ => new Figures());
        for (var round = 0; round < options.Runs; round++)
        {
            for (var at = 0; at < contenders.Length; at++)
                await AskAsync(question, contenders[at], backend, figures[at], cancellationToken);
        }

        for (var at = 0; at < contenders.Length; at++)
        {
            var of = figures[at];
            Console.WriteLine(
                $"| `{question.Name}` | {contenders[at].Name} | {Spread(of.Responded)} | {Spread(of.Cpu)} | {Spread(of.FirstMemory)} | "
                + $"{Spread(of.WarmP50)} |");
        }
    }

    private static async Task<byte[]> AskAsync(
        SnapshotQuestion question, Contender contender, Backend backend, Figures figures, CancellationToken cancellationToken)
    {
        await using var run = new FunctionRun();
        var response = (await run.StartAsync(contender, question.Function, backend, question.NewEvent(backend.Issuer), cancellationToken))
            .ToArray();
        if (SnapshotTables.GetItems(GetBody(response)) is not { Count: > 0 })
            throw new InvalidOperationException($"Not the expected response: {Encoding.UTF8.GetString(response)}");
        figures.Responded.Add(run.Responded);
        figures.Cpu.Add(run.CpuMilliseconds);
        figures.FirstMemory.Add(run.PeakKilobytes / 1024.0);
        var times = new List<double>(Warm);
        for (var call = 0; call < Warm; call++)
        {
            var payload = question.NewEvent(backend.Issuer);
            var started = TimeProvider.System.GetTimestamp();
            await run.InvokeAsync(payload, cancellationToken);
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        figures.WarmP50.Add(Figures.Median(times));
        return response;
    }

    private static JsonNode GetBody(byte[] response) => JsonNode.Parse(JsonNode.Parse(response)!["body"]!.GetValue<string>())!;

    private static string Spread(List<double> values) => string.Create(
        CultureInfo.InvariantCulture, $"{Figures.Median(values):F1} ({values.Min():F1}–{values.Max():F1})");
}
